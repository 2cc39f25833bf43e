import { expect, it } from 'vitest';
import { describeBenchmarks, PUBLISHED_BENCHMARKS, standingBeside } from '#core/lift/published-benchmarks';

const BENCHMARK = { low: 0.12, high: 0.18 };

it.each([
  ['wholly below', { low: 0.05, high: 0.119 }, 'below'],
  ['from below up to its lower border', { low: 0.05, high: 0.12 }, null],
  ['from border to border', { low: 0.12, high: 0.18 }, 'inside'],
  ['over its upper border', { low: 0.13, high: 0.181 }, null],
  ['wholly above', { low: 0.181, high: 0.3 }, 'above'],
  ['all there is: one of one opened', { low: 0.03, high: 1 }, null],
] as const)('an interval %s', (_, interval, standing) => {
  expect(standingBeside(interval, BENCHMARK)).toBe(standing);
});

it('a benchmark is the published one as long as both its ends are', () => {
  const upsell = (lowPercent: number, highPercent: number) =>
    describeBenchmarks({ ...PUBLISHED_BENCHMARKS, upsellConversion: { lowPercent, highPercent } }, 'USD')
      .shares.upsellConversion;
  expect(upsell(3, 8)).toEqual({ range: { low: 0.03, high: 0.08 }, isPublished: true });
  expect(upsell(3, 9)).toEqual({ range: { low: 0.03, high: 0.09 }, isPublished: false });
  expect(upsell(2, 8).isPublished).toBe(false);
});

it('revenue per email was published in dollars: in euros there is none until the merchant enters one', () => {
  const revenue = (
    currency: string,
    revenuePerEmail: { lowMinor: number; highMinor: number } | null = null,
  ) => describeBenchmarks({ ...PUBLISHED_BENCHMARKS, revenuePerEmail }, currency).revenuePerEmail;
  expect(revenue('USD')).toEqual({ range: { low: 300, high: 1200 }, isPublished: true });
  expect(revenue('EUR')).toBeNull();
  const own = { lowMinor: 300, highMinor: 1200 };
  expect(revenue('EUR', own)).toEqual({ range: { low: 300, high: 1200 }, isPublished: false });
  expect(revenue('USD', own)?.isPublished).toBe(true);
});
