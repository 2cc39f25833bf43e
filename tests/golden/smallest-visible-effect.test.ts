import { describe, expect, it } from 'vitest';
import { customersNeeded, smallestVisibleEffect } from '#core/lift/smallest-visible-effect';
import { expectAllWithin } from './close-to';
import golden from './lift.json';

const { vectors } = golden;

describe('power agrees with R', () => {
  it.each([vectors['mde_holdout_0.1'], vectors['mde_holdout_0.15']])(
    'smallest visible effect with a holdout of $input.holdout',
    ({ input, expected, rel_tol }) => {
      const { n_total, holdout, sd, mean_control } = input;
      const standardError = sd * Math.sqrt(1 / (n_total * holdout) + 1 / (n_total * (1 - holdout)));
      const { absolute, relative } = smallestVisibleEffect(standardError, mean_control);
      expectAllWithin([absolute, relative ?? NaN], [expected.mde_z, expected.mde_rel_z], rel_tol);
    },
  );

  it.each(vectors.n_required_table.expected.rows)(
    'a lift of $rel_lift with a holdout of $holdout needs $n_total customers',
    ({ holdout, rel_lift, n_total }) => {
      const { mean, sd } = vectors.n_required_table.input;
      const plan = { holdoutShare: holdout, relativeLift: rel_lift, mean, standardDeviation: sd };
      expect(customersNeeded(plan)).toBe(n_total);
    },
  );
});
