import { expect } from 'vitest';

/** Asserts that `actual` lies within the vector's relative tolerance; an expected 0 allows that much absolutely. */
export function expectWithin(actual: number, expected: number, relativeTolerance: number): void {
  const allowed = relativeTolerance * (expected === 0 ? 1 : Math.abs(expected));
  const isWithin = Math.abs(actual - expected) <= allowed;
  expect(isWithin, `${actual} is not within ${relativeTolerance} of ${expected}`).toBe(true);
}

/** Asserts a list position by position, and that no position is missing. */
export function expectAllWithin(
  actual: ReadonlyArray<number>,
  expected: ReadonlyArray<number>,
  relativeTolerance: number,
): void {
  expect(actual).toHaveLength(expected.length);
  expected.forEach((value, position) => expectWithin(actual[position] ?? NaN, value, relativeTolerance));
}
