import { describe, expect, it } from 'vitest';
import { compareRepeatRate } from '#core/lift/repeat-rate';
import { seededDraws } from '#core/shared/seeded-draws';

describe('repeat rate', () => {
  it('an empty arm is not enough, one customer in it gives an interval', () => {
    const treatment = { buyers: 3, customers: 10 };
    expect(compareRepeatRate([{ treatment, holdout: { buyers: 0, customers: 0 } }])).toMatchObject({
      kind: 'not_enough',
      reason: 'no_customer',
    });
    expect(compareRepeatRate([{ treatment, holdout: { buyers: 0, customers: 1 } }]).kind).toBe('measured');
  });

  it('nobody coming back is no answer; one who does is', () => {
    const holdout = { buyers: 0, customers: 10 };
    expect(compareRepeatRate([{ treatment: { buyers: 0, customers: 10 }, holdout }])).toMatchObject({
      reason: 'no_variation',
    });
    expect(compareRepeatRate([{ treatment: { buyers: 1, customers: 10 }, holdout }])).toMatchObject({
      arms: { holdout: { rate: 0, interval: { low: expect.closeTo(0, 12) } } },
      relativeLift: { kind: 'cannot_be_determined' },
    });
  });

  it('the interval of the difference holds the truth about 95 times in 100', () => {
    const draw = seededDraws(4);
    const countBuyers = (customers: number, rate: number) => ({
      customers,
      buyers: Array.from({ length: customers }, draw).filter((fraction) => fraction < rate).length,
    });
    const experiments = 1500;
    let holds = 0;
    for (let experiment = 0; experiment < experiments; experiment += 1) {
      const repeat = compareRepeatRate([
        { treatment: countBuyers(400, 0.25), holdout: countBuyers(150, 0.2) },
      ]);
      if (repeat.kind !== 'measured') throw new Error('no figures');
      if (repeat.difference.interval.low <= 0.05 && repeat.difference.interval.high >= 0.05) holds += 1;
    }
    expect(holds / experiments).toBeGreaterThan(0.933);
    expect(holds / experiments).toBeLessThan(0.967);
  });
});
