import { expect, it } from 'vitest';
import { seededRandom } from '../../../dev-store/stores/seeded-random';

const draws = (seed: number, stream: string) => {
  const random = seededRandom(seed, stream);
  return Array.from({ length: 10_000 }, () => random.fraction());
};

it('equal seed and stream draw equally; another seed or stream does not', () => {
  expect(draws(1, 'a')).toEqual(draws(1, 'a'));
  expect(draws(1, 'a')).not.toEqual(draws(2, 'a'));
  expect(draws(1, 'a')).not.toEqual(draws(1, 'b'));
});

it('fractions fill [0, 1) evenly', () => {
  const fractions = draws(7, 'even');
  expect(fractions.every((fraction) => fraction >= 0 && fraction < 1)).toBe(true);
  expect(
    Math.abs(fractions.reduce((sum, fraction) => sum + fraction, 0) / fractions.length - 0.5),
  ).toBeLessThan(0.01);
});

it('a thing of three times the weight is picked three times as often', () => {
  const random = seededRandom(7, 'weights');
  const picks = Array.from({ length: 10_000 }, () => random.pick([1, 3], (weight) => weight));
  expect(Math.abs(picks.filter((weight) => weight === 3).length / picks.length - 0.75)).toBeLessThan(0.02);
});

it('picking from nothing is refused', () => {
  expect(() => seededRandom(1, 'a').pick([])).toThrow('pick from an empty list');
});
