import { nestChanges } from '#core/settings/change-settings';
import { readSuppressionSubject } from '#core/suppression/suppression-entry';
import { composeSample, type PassedOver } from './compose-sample';
import type { MailResult, SettingFault, Tools } from './ports';
import { TEST_PREFIX } from './ports/outbox';
import type { PreviewInput } from './preview-touch';

export type SendTestResult =
  | { readonly kind: 'mailed'; readonly result: MailResult['kind']; readonly detail: string | null }
  | { readonly kind: 'nothing'; readonly passedOver: ReadonlyArray<PassedOver> }
  | { readonly kind: 'failed'; readonly problem: string }
  | { readonly kind: 'refused'; readonly faults: ReadonlyArray<Pick<SettingFault, 'path' | 'problem'>> };

/**
 * Sends the previewed e-mail to one typed address, marked as a test. It belongs to no touch: it is in no ledger, no cap
 * and no report, and its links unsubscribe nobody. That one was sent is kept, for it is a step of setting up.
 * In: what is previewed, the address. Out: what the mailer answered, or why there was nothing to send.
 */
export async function sendTest(
  tools: Pick<
    Tools,
    'store' | 'admin' | 'links' | 'renderer' | 'appUrl' | 'settingsParser' | 'mailer' | 'ids'
  >,
  input: PreviewInput & { readonly to: string },
): Promise<SendTestResult> {
  const subject = readSuppressionSubject(input.to);
  if (subject !== null && (await tools.store.suppressionsOf(input.shopId, subject)).length > 0)
    return { kind: 'failed', problem: 'This address is on your suppression list.' };
  const shop = await tools.store.findShop(input.shopId);
  if (!shop) throw new Error(`${input.shopId} is not installed, so there is nothing to send`);
  const parsed = tools.settingsParser.parse(nestChanges(input.values), shop.settings);
  if (parsed.kind === 'refused') return parsed;
  const { settings } = parsed;
  const messageId = `${TEST_PREFIX}${tools.ids.newId()}`;
  const sample = await composeSample(tools, { ...input, shop, settings, messageId });
  if (sample.kind !== 'composed') return sample;
  const { message } = sample;
  const result = await tools.mailer.send({ ...message, subject: `[Test] ${message.subject}` });
  if (result.kind === 'accepted') await tools.store.noteSetupFact(input.shopId, 'test_sent', input.now);
  return { kind: 'mailed', result: result.kind, detail: 'detail' in result ? result.detail : null };
}
