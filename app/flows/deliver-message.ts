import type { OutgoingMessage } from '#core/message/message';
import type { Instant } from '#core/shared/time';
import type { Tools } from './ports';
import type { ClaimedTouch, TouchOutcome } from './records';

/**
 * Hands one message to the mailer and keeps what came of it. Called only between the commit that says `sending` and the
 * one that says how it ended: when the process dies here, the touch is ambiguous and is never sent again by itself.
 * In: the claim that owns the sending, the message, now (ms). Out: nothing.
 */
export async function deliverMessage(
  { store, mailer, log }: Pick<Tools, 'store' | 'mailer' | 'log'>,
  input: { readonly claim: ClaimedTouch; readonly message: OutgoingMessage; readonly now: Instant },
): Promise<void> {
  const { claim, message, now } = input;
  const { shopId, touchId } = claim;
  const result = await mailer.send(message);

  const outcome = ((): TouchOutcome => {
    switch (result.kind) {
      case 'accepted':
        return { state: 'accepted', at: now, messageId: result.messageId };
      case 'not_sent':
        return { state: 'due', at: now, dueAt: now + result.retryAfterMs, reason: result.detail };
      case 'account_refused':
        return { state: 'due', at: now, dueAt: now, reason: result.detail };
      case 'rejected':
        return { state: 'failed', at: now, reason: result.detail };
      case 'unknown':
        return { state: 'ambiguous', at: now, reason: result.detail };
    }
  })();

  if (result.kind === 'account_refused') {
    // The key is the shop's, so every other e-mail would fail too: nothing is burnt, everything waits for the merchant.
    // Where another account was saved since this one was taken, the shop goes on and this e-mail is tried with it.
    await store.pauseSending(shopId, 'sending_paused', result.detail, now, result.account);
  }
  await store.finishTouch(shopId, claim, outcome);
  if (result.kind !== 'accepted')
    log.warn({ shopId, touchId, kind: result.kind, detail: result.detail }, 'e-mail not accepted');
}
