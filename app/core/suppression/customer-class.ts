import type { Settings } from '../settings/settings';
import type { Reason, SuppressionKind } from './reasons';

/**
 * Whether the buyer is somebody whom the merchant looks after in person: wholesale (company, tag or list) or a VIP.
 * In: tags of customer and order, company facts, list entries, tag settings. Out: the reason that blocks, or null.
 */
export function checkCustomerClass(input: {
  readonly tags: ReadonlyArray<string>;
  readonly isBusiness: boolean;
  readonly suppressions: ReadonlyArray<SuppressionKind>;
  readonly settings: Settings['suppression'];
}): Reason | null {
  const { tags, isBusiness, suppressions, settings } = input;
  const lowered = new Set(tags.map((tag) => tag.toLowerCase()));
  const has = (wanted: ReadonlyArray<string>) => wanted.some((tag) => lowered.has(tag.toLowerCase()));
  if (isBusiness || suppressions.includes('wholesale') || has(settings.wholesaleTags)) return 'wholesale';
  if (suppressions.includes('vip_custom') || has(settings.vipTags)) return 'vip_custom';
  return null;
}
