import { expect, it } from 'vitest';
import { compareRepeatRate } from '#core/lift/repeat-rate';
import { expectAllWithin } from './close-to';
import golden from './lift.json';

it("repeat rates agree with R's Newcombe interval and pooled test", () => {
  const { input, expected, rel_tol } = golden.vectors.repeat_rate_3000;
  const repeat = compareRepeatRate([
    {
      holdout: { buyers: input.x_c, customers: input.n_c },
      treatment: { buyers: input.x_t, customers: input.n_t },
    },
  ]);
  if (repeat.kind !== 'measured' || repeat.relativeLift.kind !== 'measured')
    throw new Error('expected figures');
  const { arms, difference, relativeLift } = repeat;
  expectAllWithin(
    [
      arms.holdout.rate,
      arms.treatment.rate,
      difference.difference,
      arms.holdout.interval.low,
      arms.holdout.interval.high,
      arms.treatment.interval.low,
      arms.treatment.interval.high,
      difference.interval.low,
      difference.interval.high,
      difference.pValue,
      relativeLift.lift,
    ],
    [
      expected.p_c,
      expected.p_t,
      expected.diff,
      ...expected.wilson_c,
      ...expected.wilson_t,
      ...expected.newcombe_ci95,
      expected.p_pooled,
      expected.rel_lift,
    ],
    rel_tol,
  );
  expect(difference.interval.low).toBeGreaterThan(0);
});
