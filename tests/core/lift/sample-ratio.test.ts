import { describe, expect, it } from 'vitest';
import { testSampleRatio } from '#core/lift/sample-ratio';

describe('sample ratio', () => {
  it('rings below p = 0.001 and stays silent just above', () => {
    // 1,000 expected in the holdout, standard deviation 30: 901 lies 3.300 and 902 lies 3.267 deviations off.
    expect(testSampleRatio({ holdout: 901, treatment: 9099 }, 0.1)).toMatchObject({ isAlarm: true });
    expect(testSampleRatio({ holdout: 902, treatment: 9098 }, 0.1)).toMatchObject({ isAlarm: false });
  });

  it('is exact while an arm expects fewer than 10 customers, chi-square from 10 on', () => {
    expect(testSampleRatio({ holdout: 10, treatment: 89 }, 0.1)).toMatchObject({ method: 'exact_binomial' });
    expect(testSampleRatio({ holdout: 10, treatment: 90 }, 0.1)).toMatchObject({ method: 'chi_square' });
  });

  it('the likeliest split has a p-value of 1', () => {
    expect(testSampleRatio({ holdout: 2, treatment: 2 }, 0.5)).toMatchObject({
      pValue: expect.closeTo(1, 12),
    });
  });

  it('nobody enrolled is no answer', () => {
    expect(testSampleRatio({ holdout: 0, treatment: 0 }, 0.1)).toEqual({
      kind: 'not_enough',
      reason: 'no_customer',
    });
  });

  it.each([0, 1, 15, NaN])('a holdout share of %s is refused with the value', (share) => {
    expect(() => testSampleRatio({ holdout: 1, treatment: 9 }, share)).toThrow(`holdout share ${share}`);
  });
});
