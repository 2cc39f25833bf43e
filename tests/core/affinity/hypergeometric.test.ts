import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hypergeometricUpperTail } from '#core/affinity/hypergeometric';
import { exactUpperTail } from '../../support/exact-upper-tail';

function expectExact(population: number, marked: number, drawn: number, observed: number): void {
  const exact = exactUpperTail(population, marked, drawn, observed);
  const tail = hypergeometricUpperTail(population, marked, drawn, observed);
  expect(Math.abs(tail - exact), `${tail} against ${exact}`).toBeLessThanOrEqual(exact * 1e-10);
}

const upTo = (max: number) => fc.integer({ min: 0, max });
const counts = fc
  .integer({ min: 1, max: 400 })
  .chain((population) => fc.tuple(fc.constant(population), upTo(population), upTo(population)))
  .chain(([population, marked, drawn]) =>
    fc.tuple(fc.constant(population), fc.constant(marked), fc.constant(drawn), upTo(Math.min(marked, drawn))),
  );

describe('the upper tail of the hypergeometric distribution', () => {
  it('2 or more of 3 draws from 5, of which 3 are marked, has the chance 7 / 10', () => {
    expect(hypergeometricUpperTail(5, 3, 3, 2)).toBeCloseTo(0.7, 15);
  });

  it.each([
    [1000, 100, 50, 5],
    [1000, 100, 50, 20],
    [4372, 900, 1200, 247],
    [4372, 900, 1200, 400],
    [4372, 3000, 700, 500],
    [2000, 1990, 1500, 1495],
    [20_000, 400, 300, 150],
    [300, 150, 150, 150], // 1e-89
    [1000, 500, 500, 480], // near 1e-270
  ])('of %i, %i marked, %i drawn, at least %i: equal to exact arithmetic', expectExact);

  it('is above a quarter wherever no more is observed than expected, so that the miner need not work it out', () => {
    fc.assert(
      fc.property(counts, ([population, marked, drawn, observed]) => {
        const expected = Math.floor((marked * drawn) / Math.max(1, population));
        expect(
          hypergeometricUpperTail(population, marked, drawn, Math.min(observed, expected)),
        ).toBeGreaterThan(0.25);
      }),
    );
  });

  it('is equal to exact arithmetic whatever the counts', () => {
    fc.assert(
      fc.property(counts, ([population, marked, drawn, observed]) =>
        expectExact(population, marked, drawn, observed),
      ),
      { numRuns: 300 },
    );
  });

  it('is the same whichever of the two is called drawn', () => {
    expect(hypergeometricUpperTail(4000, 300, 120, 30)).toBeCloseTo(
      hypergeometricUpperTail(4000, 120, 300, 30),
      12,
    );
  });

  it('what must happen has the chance 1, what cannot has 0', () => {
    expect(hypergeometricUpperTail(10, 8, 7, 5)).toBe(1);
    expect(hypergeometricUpperTail(10, 8, 7, 8)).toBe(0);
  });

  it('holds its digits at a million buyers: of an odd number of draws, half of them marked, the upper half has the chance 1 / 2', () => {
    expect(hypergeometricUpperTail(1_000_000, 500_000, 2001, 1001)).toBeCloseTo(0.5, 12);
  });
});
