import { listPairings, summarisePairings } from '#core/affinity/pairing-list';
import { nestChanges } from '#core/settings/change-settings';
import type { Instant } from '#core/shared/time';
import { readPairings } from './list-pairings';
import type { Tools } from './ports';

/**
 * What the list would hold with other thresholds, from the same counts by the same rules.
 * In: shop, settings by path laid over the saved ones, now (ms). Out: the figures; `summary` null when the values cannot
 * be saved; null when the shop is not installed.
 */
export async function previewThresholds(
  { store, settingsParser }: Pick<Tools, 'store' | 'settingsParser'>,
  input: {
    readonly shopId: string;
    readonly values: Readonly<Record<string, unknown>>;
    readonly now: Instant;
  },
) {
  const [read, newest] = await Promise.all([
    readPairings({ store }, input),
    store.newestSettings(input.shopId),
  ]);
  if (!read) return null;
  const parsed = settingsParser.parse(nestChanges(input.values), newest.settings);
  const saved = { version: newest.version, affinity: newest.settings.affinity };
  if (parsed.kind === 'refused') return { ...saved, summary: null };
  const pairings = listPairings({ ...read, settings: parsed.settings });
  return { ...saved, summary: summarisePairings(pairings, read.catalogue) };
}
