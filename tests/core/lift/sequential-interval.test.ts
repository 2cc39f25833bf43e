import { describe, expect, it } from 'vitest';
import { sequentialInterval, sequentialLift } from '#core/lift/sequential-interval';
import { seededDraws } from '#core/shared/seeded-draws';
import { normalFrom } from './normal-from';

describe('always-valid interval', () => {
  it('sixty looks at no effect raise at most 5 false alarms in 100, where fixed intervals raise many', () => {
    const draw = seededDraws(31);
    const experiments = 400;
    let falseSequential = 0;
    let falseFixed = 0;
    for (let experiment = 0; experiment < experiments; experiment += 1) {
      let sum = 0;
      let isSequentialWrong = false;
      let isFixedWrong = false;
      for (let day = 1; day <= 60; day += 1) {
        const n = day * 100;
        sum += 10 * normalFrom(draw); // the sum of a day's 100 customers
        const standardError = 1 / Math.sqrt(n);
        const { interval } = sequentialInterval({ estimate: sum / n, standardError, n, plannedSample: 3000 });
        isSequentialWrong ||= interval.low > 0 || interval.high < 0;
        isFixedWrong ||= Math.abs(sum / n) > 1.96 * standardError;
      }
      falseSequential += isSequentialWrong ? 1 : 0;
      falseFixed += isFixedWrong ? 1 : 0;
    }
    expect(falseSequential / experiments).toBeLessThan(0.05);
    expect(falseFixed / experiments).toBeGreaterThan(0.2);
  });

  it('leaves out zero exactly when its p-value is below 5 %', () => {
    for (let estimate = 0; estimate < 0.2; estimate += 0.001) {
      const looked = sequentialInterval({ estimate, standardError: 0.03, n: 2000, plannedSample: 5000 });
      expect(looked.interval.low > 0).toBe(looked.pValue < 0.05);
    }
  });

  it('a lift that cannot be determined stays so, with its reason', () => {
    const undetermined = { kind: 'cannot_be_determined', reason: 'an_arm_is_zero' } as const;
    expect(sequentialLift(undetermined, 100, 5000)).toEqual(undetermined);
  });

  it('a planned sample of 0 is refused with the value', () => {
    const ofSample = (plannedSample: number) => () =>
      sequentialInterval({ estimate: 1, standardError: 1, n: 10, plannedSample });
    expect(ofSample(0)).toThrow('planned sample 0');
    expect(ofSample(1)).not.toThrow();
  });
});
