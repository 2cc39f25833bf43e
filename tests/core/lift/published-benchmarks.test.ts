import { expect, it } from 'vitest';
import { standingBeside } from '#core/lift/published-benchmarks';

const BENCHMARK = { low: 0.12, high: 0.18 };

it.each([
  ['wholly below', { low: 0.05, high: 0.119 }, 'below'],
  ['from below up to its lower border', { low: 0.05, high: 0.12 }, null],
  ['from border to border', { low: 0.12, high: 0.18 }, 'inside'],
  ['over its upper border', { low: 0.13, high: 0.181 }, null],
  ['wholly above', { low: 0.181, high: 0.3 }, 'above'],
  ['all there is: one of one opened', { low: 0.03, high: 1 }, null],
] as const)('an interval %s', (_, interval, standing) => {
  expect(standingBeside(interval, BENCHMARK)).toBe(standing);
});
