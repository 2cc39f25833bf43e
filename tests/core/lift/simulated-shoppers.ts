import { addToMoments, NO_MOMENTS, type Moments } from '#core/lift/moments';
import { normalFrom } from './seeded-draws';

/** True means of `shopperMoments` at no lift: 4 of 10 buy, on average 1.5 orders of 50.00 * exp(0.125) = 56.66 each. */
export const TRUE_REVENUE_MINOR = 0.4 * 1.5 * 5_000 * Math.exp(0.125);

/** Moments of n shoppers, whose own taste for dear or cheap things ties their orders together. */
export function shopperMoments(n: number, draw: () => number): Moments {
  let moments = NO_MOMENTS;
  for (let shopper = 0; shopper < n; shopper += 1) {
    const orders = draw() < 0.4 ? (draw() < 0.5 ? 1 : 2) : 0;
    const orderMinor = 5_000 * Math.exp(0.5 * normalFrom(draw));
    moments = addToMoments(moments, { y: Math.round(orders * orderMinor), x: orders });
  }
  return moments;
}
