import { nestChanges } from '#core/settings/change-settings';
import { HOUR_MS, type Instant } from '#core/shared/time';
import { composeSample, type PassedOver } from './compose-sample';
import { findSuppression } from './keep-suppression-list';
import type { MailResult, SettingFault, Tools } from './ports';
import type { PreviewInput } from './preview-touch';
import { testIdOf } from './test-id';

export type SendTestResult =
  | { readonly kind: 'mailed'; readonly result: MailResult['kind']; readonly detail: string | null }
  | { readonly kind: 'nothing'; readonly passedOver: ReadonlyArray<PassedOver> }
  | { readonly kind: 'too_many'; readonly most: number; readonly nextAt: Instant }
  | { readonly kind: 'failed'; readonly problem: string }
  | { readonly kind: 'refused'; readonly faults: ReadonlyArray<Pick<SettingFault, 'path' | 'problem'>> };

/** Enough to try every e-mail on a few devices, too few to write to strangers with. */
const LIMIT = { most: 20, withinMs: HOUR_MS };

/** It goes to somebody else than the buyer, who is not to learn the buyer's name by it. */
const SAMPLE_NAME = 'Alex';

/**
 * Sends the previewed e-mail to one typed address, marked as a test. It belongs to no touch: it is in no ledger, no cap
 * and no report; it greets a made-up name, its offer leads to the product's page and its way out unsubscribes nobody.
 * That one was sent is kept, for it is a step of setting up.
 * In: what is previewed, the address. Out: what the mailer answered, or why there was nothing to send.
 */
export async function sendTest(
  tools: Pick<
    Tools,
    'store' | 'admin' | 'links' | 'renderer' | 'appUrl' | 'settingsParser' | 'mailer' | 'ids'
  >,
  input: PreviewInput & { readonly to: string },
): Promise<SendTestResult> {
  const { shopId, now } = input;
  const listed = await findSuppression(tools, { shopId, text: input.to });
  if (listed !== null && listed.length > 0)
    return { kind: 'failed', problem: 'This address, or its whole domain, is on your suppression list.' };
  const shop = await tools.store.findShop(shopId);
  if (!shop) throw new Error(`${shopId} is not installed, so there is nothing to send`);
  const parsed = tools.settingsParser.parse(nestChanges(input.values), shop.settings);
  if (parsed.kind === 'refused') return parsed;
  const { settings } = parsed;
  const testId = testIdOf(tools.ids.newId());
  const sample = await composeSample(tools, {
    ...input,
    shop,
    settings,
    pairing: null,
    greetedAs: SAMPLE_NAME,
    messageId: testId,
  });
  if (sample.kind !== 'composed') return sample;
  const { message, productId } = sample;
  const nextAt = await tools.store.beginTest(shopId, { testId, productId, at: now }, LIMIT);
  if (nextAt !== null) return { kind: 'too_many', most: LIMIT.most, nextAt };
  const result = await tools.mailer.send({ ...message, subject: `[Test] ${message.subject}`, at: now });
  if (result.kind === 'accepted') await tools.store.noteSetupFact(shopId, 'test_sent', now);
  return { kind: 'mailed', result: result.kind, detail: 'detail' in result ? result.detail : null };
}
