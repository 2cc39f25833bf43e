import { nice, ticks } from 'd3-array';

type Range = readonly [from: number, to: number];

/**
 * A straight axis that begins and ends at round values, about `count` of them apart.
 * In: the values to show, and the places of its two ends. Out: where a value lies, and the round values between.
 */
export function roundAxis(values: Range, [left, right]: Range, count: number) {
  const [from, to] = nice(values[0], values[1], count);
  return {
    x: (value: number) => left + ((value - from) / (to - from || 1)) * (right - left),
    ticks: (wanted: number) => ticks(from, to, wanted),
  };
}
