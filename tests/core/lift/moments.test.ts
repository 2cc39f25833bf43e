import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeMoments, momentsOf, NO_MOMENTS, summariseY } from '#core/lift/moments';

const observations = fc.array(
  fc.record({ y: fc.integer({ min: 0, max: 4_000_000 }), x: fc.integer({ min: 0, max: 40 }) }),
  { maxLength: 60 },
);

describe('moments', () => {
  it('merging equals the moments of the merge, whichever side comes first', () => {
    fc.assert(
      fc.property(observations, observations, (left, right) => {
        const merged = mergeMoments(momentsOf(left), momentsOf(right));
        expect(merged).toEqual(momentsOf([...left, ...right]));
        expect(mergeMoments(momentsOf(right), momentsOf(left))).toEqual(merged);
      }),
      { seed: 55 },
    );
  });

  it('merging with nobody changes nothing', () => {
    const some = momentsOf([{ y: 4500, x: 1 }]);
    expect(mergeMoments(some, NO_MOMENTS)).toEqual(some);
  });

  it('mean and variance are those of the list', () => {
    const { mean, variance } = summariseY(momentsOf([2, 4, 9].map((y) => ({ y, x: 1 }))));
    expect(mean).toBe(5);
    expect(variance).toBeCloseTo(13, 12);
  });

  it('an amount in whole cents is taken, a fraction of a cent is refused with the value', () => {
    expect(momentsOf([{ y: 4999, x: 1 }]).sumYY).toBe(24_990_001);
    expect(() => momentsOf([{ y: 49.99, x: 1 }])).toThrow('y 49.99');
  });
});
