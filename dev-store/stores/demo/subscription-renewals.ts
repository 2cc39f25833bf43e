import type { Instant } from '../../model';
import type { SeededRandom } from '../seeded-random';
import type { DraftLine, DraftOrder } from './draft-order';

const EVERY_MS = 28 * 86_400_000;
const CANCEL_SHARE = 0.15;

/** The orders that a subscription places by itself every four weeks until it is cancelled or time is up. */
export function subscriptionRenewals(
  first: DraftOrder,
  line: DraftLine,
  end: Instant,
  random: SeededRandom,
): ReadonlyArray<DraftOrder> {
  const renewals: DraftOrder[] = [];
  for (let at = first.at + EVERY_MS; at < end && !random.chance(CANCEL_SHARE); at += EVERY_MS) {
    renewals.push({
      at,
      shopper: first.shopper,
      lines: [{ ...line, onPlan: true }],
      sourceName: 'subscription_contract',
      test: false,
      discount: null,
      aftermath: null,
    });
  }
  return renewals;
}
