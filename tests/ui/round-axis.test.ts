import { expect, it } from 'vitest';
import { roundAxis } from '#ui/round-axis';

it('an axis ends at round values, which lie at its ends', () => {
  const { x, ticks } = roundAxis([-0.013, 0.094], [100, 700], 5);
  expect(ticks(5)).toEqual([-0.02, 0, 0.02, 0.04, 0.06, 0.08, 0.1]);
  expect([-0.02, 0.04, 0.1].map((value) => Math.round(x(value)))).toEqual([100, 400, 700]);
});
