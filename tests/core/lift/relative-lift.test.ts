import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measureRelativeLift } from '#core/lift/relative-lift';

const treatment = { estimate: 110, standardError: 10 };

describe('relative lift', () => {
  it('is shown while the holdout is surely above zero and withheld once it may be zero', () => {
    const sure = measureRelativeLift({ treatment, holdout: { estimate: 100, standardError: 51 } });
    const unsure = measureRelativeLift({
      treatment,
      holdout: { estimate: 100, standardError: 51.1 },
    });
    expect(sure).toMatchObject({ kind: 'measured', lift: expect.closeTo(0.1, 12) });
    expect(unsure).toMatchObject({ kind: 'cannot_be_determined', reason: 'holdout_too_noisy' });
  });

  it('is withheld when the treatment sold nothing', () => {
    const nothing = { estimate: 0, standardError: 0 };
    expect(measureRelativeLift({ treatment: nothing, holdout: treatment })).toEqual({
      kind: 'cannot_be_determined',
      reason: 'an_arm_is_zero',
    });
  });

  it('never falls below -100 %, and its interval holds its own estimate', () => {
    const estimate = fc.record({
      estimate: fc.double({ min: 0.01, max: 1e6, noNaN: true }),
      standardError: fc.double({ min: 0.001, max: 1e6, noNaN: true }),
    });
    fc.assert(
      fc.property(estimate, estimate, (a, b) => {
        const relative = measureRelativeLift({ treatment: a, holdout: b });
        if (relative.kind !== 'measured') return;
        expect(relative.interval.low).toBeGreaterThanOrEqual(-1);
        expect(relative.interval.low).toBeLessThanOrEqual(relative.lift);
        expect(relative.interval.high).toBeGreaterThanOrEqual(relative.lift);
      }),
      { seed: 55 },
    );
  });
});
