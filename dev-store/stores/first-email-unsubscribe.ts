import type { ReceivedEmail, ShopperAnswer } from '../model';
import { hashFraction } from './hash-fraction';

const FIRST_EMAIL_UNSUBSCRIBE_SHARE = 0.01;

const MINUTE = 60_000;

/** Unsubscribes a hundredth of the recipients within two hours of the first e-mail they ever get; null = stays. */
export function unsubscribeAtFirstEmail(email: ReceivedEmail): ShopperAnswer | null {
  if (!email.isFirstEver) return null;
  if (hashFraction('unsubscribe', email.to) >= FIRST_EMAIL_UNSUBSCRIBE_SHARE) return null;
  const minutes = 2 + Math.floor(hashFraction('unsubscribe delay', email.to) * 118);
  return { kind: 'unsubscribe', afterMs: minutes * MINUTE };
}
