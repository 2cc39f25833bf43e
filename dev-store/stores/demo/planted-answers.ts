import type { ReceivedEmail, ShopperAnswer } from '../../model';
import { unsubscribeAtFirstEmail } from '../first-email-unsubscribe';
import { hashFraction } from '../hash-fraction';

const MINUTE = 60_000;

/** The lift that the demo store holds on purpose: the share of a touch's recipients who click and buy what it offers,
 * and of those who only click. They buy on top of the orders that they place anyway. */
export const PLANTED_ANSWERS: Readonly<
  Record<ReceivedEmail['touchNumber'], { readonly clickAndBuy: number; readonly click: number }>
> = {
  1: { clickAndBuy: 0.12, click: 0.15 },
  2: { clickAndBuy: 0.09, click: 0.1 },
  3: { clickAndBuy: 0.07, click: 0.08 },
};

/** How a demo shopper answers: decided by a hash of the address and the touch alone, 5 minutes to 18 hours later. */
export function answerDemoEmail(email: ReceivedEmail): ShopperAnswer | null {
  const unsubscribe = unsubscribeAtFirstEmail(email);
  if (unsubscribe !== null) return unsubscribe;
  const touch = String(email.touchNumber);
  const shares = PLANTED_ANSWERS[email.touchNumber];
  const afterMs = (5 + Math.floor(hashFraction('answer delay', email.to, touch) * 1075)) * MINUTE;
  const fraction = hashFraction('answer', email.to, touch);
  if (fraction < shares.clickAndBuy) return { kind: 'click_and_buy', afterMs };
  if (fraction < shares.clickAndBuy + shares.click) return { kind: 'click', afterMs };
  return null;
}
