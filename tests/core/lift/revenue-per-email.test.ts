import { expect, it } from 'vitest';
import { measureRevenuePerEmail } from '#core/lift/revenue-per-email';

/** Sums over e-mails, from what each of them brought. */
function sums(amounts: ReadonlyArray<number>, sent: number) {
  return {
    sent,
    paid: amounts.length,
    revenueMinor: amounts.reduce((sum, amount) => sum + amount, 0),
    revenueSquares: amounts.reduce((sum, amount) => sum + amount ** 2, 0),
  };
}

it('emails that brought nothing are part of the mean', () => {
  const five = [1_000, 2_000, 3_000, 4_000, 5_000];
  expect(measureRevenuePerEmail(sums(five, 5))?.meanMinor).toBe(3_000);
  expect(measureRevenuePerEmail(sums(five, 100))?.meanMinor).toBe(150);
});

it('the interval is the delta method’s on the logarithm, by hand', () => {
  const revenue = measureRevenuePerEmail(sums([1_000, 2_000, 3_000, 4_000, 5_000], 100));
  // s^2 = (55e6 - 15000^2 / 100) / 99, se / mean = sqrt(s^2 / 100) / 150, t(0.975, 4) = 2.776445.
  const relativeError = Math.sqrt((55e6 - 15_000 ** 2 / 100) / 99 / 100) / 150;
  expect(revenue?.interval?.low).toBeCloseTo(150 * Math.exp(-2.776445 * relativeError), 3);
  expect(revenue?.interval?.high).toBeCloseTo(150 * Math.exp(2.776445 * relativeError), 2);
});

it('with four paid emails there is a mean and no interval, with five there is one', () => {
  expect(measureRevenuePerEmail(sums([1_000, 1_000, 1_000, 1_000], 100))).toEqual({
    meanMinor: 40,
    interval: null,
  });
  expect(measureRevenuePerEmail(sums([1_000, 1_000, 1_000, 1_000, 1_000], 100))?.interval).not.toBeNull();
});

it('nothing sent is unknown, and nothing brought is nothing', () => {
  expect(measureRevenuePerEmail(sums([], 0))).toBeNull();
  expect(measureRevenuePerEmail(sums([], 1))).toEqual({ meanMinor: 0, interval: null });
});
