import { describe, expect, it } from 'vitest';
import { testSampleRatio } from '#core/lift/sample-ratio';
import { expectWithin } from './close-to';
import golden from './lift.json';

const { vectors } = golden;

describe('the sample ratio agrees with R', () => {
  it.each([vectors.srm_1, vectors.srm_2, vectors.srm_3, vectors.srm_4])(
    'chi-square of $input.observed against $input.weights',
    ({ input, expected, rel_tol }) => {
      const [holdout = NaN, treatment = NaN] = input.observed;
      const [holdoutWeight = NaN, treatmentWeight = NaN] = input.weights;
      const ratio = testSampleRatio(
        { holdout, treatment },
        holdoutWeight / (holdoutWeight + treatmentWeight),
      );
      if (ratio.kind !== 'measured') throw new Error('expected a measured ratio');
      expect(ratio.method).toBe('chi_square');
      expectWithin(ratio.pValue, expected.p, rel_tol);
      expect(ratio.isAlarm).toBe(expected['flag_p_lt_0.001']);
    },
  );

  it('exact binomial of 0 in 50', () => {
    const { input, expected, rel_tol } = vectors.srm_exact_0_50;
    const ratio = testSampleRatio({ holdout: input.k, treatment: input.n - input.k }, input.p0);
    if (ratio.kind !== 'measured') throw new Error('expected a measured ratio');
    expect(ratio.method).toBe('exact_binomial');
    expectWithin(ratio.pValue, expected.p_two_sided, rel_tol);
  });
});
