import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { largestFinding } from '#core/affinity/benjamini-hochberg';

describe('Benjamini-Hochberg', () => {
  // R 4.2.2, p.adjust(c(0.001, 0.012, 0.039, 0.041, 0.27), method = "BH"): 0.005, 0.03, 0.05125, 0.05125, 0.27; golden
  // vector p_adjust. A finding is what is adjusted to no more than the level.
  const pValues = [0.27, 0.012, 0.041, 0.001, 0.039];
  it.each([
    [0.0049, null],
    [0.0051, 0.001],
    [0.0299, 0.001],
    [0.0301, 0.012],
    [0.0512, 0.012],
    [0.0513, 0.041],
    [0.2699, 0.041],
    [0.2701, 0.27],
  ])('at level %f the largest finding is %s, as R adjusts them', (level, largest) => {
    expect(largestFinding(Float64Array.from(pValues), level)).toBe(largest);
  });

  it('equal p-values are findings together or not at all', () => {
    expect(largestFinding(Float64Array.of(0.05, 0.05), 0.05)).toBe(0.05);
    expect(largestFinding(Float64Array.of(0.05, 0.06), 0.05)).toBeNull();
  });

  it('is the definition: of the sorted p-values the last with p(k) <= k / m * level', () => {
    const pValue = fc.oneof(
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.constantFrom(0, 0.01, 0.02, 0.05, 1),
    );
    fc.assert(
      fc.property(fc.array(pValue, { maxLength: 40 }), fc.constantFrom(0.05, 0.3), (given, level) => {
        const sorted = given.toSorted((a, b) => a - b);
        const last = sorted.findLast((p, at) => p * sorted.length <= level * (at + 1)) ?? null;
        expect(largestFinding(Float64Array.from(given), level)).toBe(last);
      }),
    );
  });

  it('nothing in, nothing found', () => {
    expect(largestFinding(Float64Array.of(), 0.05)).toBeNull();
  });
});
