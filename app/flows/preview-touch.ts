import { checkHtml, type HtmlChecks } from '#core/message/check-html';
import type { MessageKey } from '#core/message/message-texts';
import { nestChanges } from '#core/settings/change-settings';
import type { Instant } from '#core/shared/time';
import { composeSample, type PassedOver } from './compose-sample';
import type { SettingFault, Tools } from './ports';
import { PREVIEW_ID } from './test-id';

export type PreviewInput = {
  readonly shopId: string;
  readonly messageKey: MessageKey;
  readonly orderId: string | null;
  readonly segments: ReadonlyArray<string> | null; // null: those that the customer was in
  readonly values: Readonly<Record<string, unknown>>; // settings by path that are changed and not saved yet
  readonly now: Instant;
};

export type Preview =
  | {
      readonly kind: 'shown';
      readonly subject: string;
      readonly html: string;
      readonly checks: HtmlChecks;
      readonly order: { readonly orderId: string; readonly name: string };
      readonly passedOver: ReadonlyArray<PassedOver>;
    }
  | { readonly kind: 'nothing'; readonly passedOver: ReadonlyArray<PassedOver> }
  | { readonly kind: 'failed'; readonly problem: string }
  | { readonly kind: 'refused'; readonly faults: ReadonlyArray<Pick<SettingFault, 'path' | 'problem'>> };

/**
 * The very e-mail that a recent order would get with the settings on the screen, saved or not.
 * In: shop, which e-mail, order, segments, unsaved settings, now (ms). Out: HTML with its checks, or why there is none.
 */
export async function previewTouch(
  tools: Pick<Tools, 'store' | 'admin' | 'links' | 'renderer' | 'appUrl' | 'settingsParser'>,
  input: PreviewInput,
): Promise<Preview> {
  const shop = await tools.store.findShop(input.shopId);
  if (!shop) throw new Error(`${input.shopId} is not installed, so there is nothing to preview`);
  const parsed = tools.settingsParser.parse(nestChanges(input.values), shop.settings);
  if (parsed.kind === 'refused') return parsed;
  const { settings } = parsed;
  const sample = await composeSample(tools, {
    ...input,
    shop,
    settings,
    pairing: null,
    greetedAs: null,
    messageId: PREVIEW_ID,
    to: '',
  });
  if (sample.kind !== 'composed') return sample;
  const { message, order, passedOver } = sample;
  const { subject, html, unsubscribeUrl } = message;
  return { kind: 'shown', subject, html, checks: checkHtml(html, unsubscribeUrl), order, passedOver };
}
