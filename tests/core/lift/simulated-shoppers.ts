import { momentsOf, type Moments, type Observation } from '#core/lift/moments';
import { normalFrom } from './normal-from';

/** True means of `shopperMoments` at no lift: 4 of 10 buy, on average 1.5 orders of 50.00 * exp(0.125) = 56.66 each. */
export const TRUE_REVENUE_MINOR = 0.4 * 1.5 * 5_000 * Math.exp(0.125);

/** Moments of n shoppers, whose own taste for dear or cheap things ties their orders together. */
export function shopperMoments(n: number, draw: () => number): Moments {
  return momentsOf(Array.from({ length: n }, () => aShopper(draw)));
}

function aShopper(draw: () => number): Observation {
  const orders = draw() < 0.4 ? (draw() < 0.5 ? 1 : 2) : 0;
  const orderMinor = 5_000 * Math.exp(0.5 * normalFrom(draw));
  return { y: Math.round(orders * orderMinor), x: orders };
}
