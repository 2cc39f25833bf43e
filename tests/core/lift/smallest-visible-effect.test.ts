import { describe, expect, it } from 'vitest';
import { customersNeeded, smallestVisibleEffect } from '#core/lift/smallest-visible-effect';

const PLAN = { holdoutShare: 0.15, relativeLift: 0.1, mean: 2500, standardDeviation: 6000 };

describe('the planner', () => {
  it.each([
    { relativeLift: 0 },
    { mean: 0 },
    { standardDeviation: 0 },
    { holdoutShare: 0 },
    { holdoutShare: 1 },
  ])('refuses %o with the value, and plans for everything else', (impossible) => {
    expect(() => customersNeeded({ ...PLAN, ...impossible })).toThrow('cannot plan for');
    expect(customersNeeded(PLAN)).toBe(35_459);
  });

  it('names no relative effect while the holdout bought nothing, and one once it did', () => {
    expect(smallestVisibleEffect(200, 0).relative).toBeNull();
    expect(smallestVisibleEffect(200, 2500).relative).toBeCloseTo(0.224, 3);
  });
});
