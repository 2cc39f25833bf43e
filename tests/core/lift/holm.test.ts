import fc from 'fast-check';
import { expect, it } from 'vitest';
import { adjustHolm } from '#core/lift/holm';

it('no adjusted p-value is smaller than before, above 1, or out of rank', () => {
  const fraction = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(fc.array(fraction, { maxLength: 8 }), (pValues) => {
      const pairs = pValues.map((before, position) => ({
        before,
        after: adjustHolm(pValues)[position] ?? NaN,
      }));
      pairs.forEach(({ before, after }) => {
        expect(after).toBeGreaterThanOrEqual(before);
        expect(after).toBeLessThanOrEqual(1);
      });
      const afters = pairs.sort((a, b) => a.before - b.before).map(({ after }) => after);
      expect(afters).toEqual([...afters].sort((a, b) => a - b));
    }),
    { seed: 55 },
  );
});

it('a metric alone keeps its p-value', () => {
  expect(adjustHolm([0.03])).toEqual([0.03]);
});
