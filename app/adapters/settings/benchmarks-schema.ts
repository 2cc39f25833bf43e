import { z } from 'zod';
import type { Benchmarks } from '#core/lift/published-benchmarks';

const MOST_MINOR = 100_000_000;

const percent = z.number().min(0, 'must be from 0 to 100').max(100, 'must be from 0 to 100');
const share = z
  .strictObject({ lowPercent: percent, highPercent: percent })
  .refine(({ lowPercent, highPercent }) => lowPercent <= highPercent, {
    path: ['highPercent'],
    message: 'must not be below where the range begins',
  });

const amount = z.number().int('must be an amount of money').min(0, 'must not be below 0').max(MOST_MINOR);
const money = z
  .strictObject({ lowMinor: amount, highMinor: amount })
  .refine(({ lowMinor, highMinor }) => lowMinor <= highMinor, {
    path: ['highMinor'],
    message: 'must not be below where the range begins',
  });

export const BENCHMARKS_SCHEMA: z.ZodType<Benchmarks> = z.strictObject({
  orderValueLift: share,
  upsellConversion: share,
  subscriptionConversion: share,
  openedOne: share,
  clickedOne: share,
  boughtOne: share,
  openedTwo: share,
  clickedTwo: share,
  boughtTwo: share,
  openedThree: share,
  clickedThree: share,
  boughtThree: share,
  revenuePerEmail: money.nullable(),
});
