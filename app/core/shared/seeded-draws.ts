/**
 * A stream of fractions in [0, 1) that is the same on every machine (mulberry32 by Tommy Ettinger).
 * In: a seed, of which 32 bits count. Out: a function that gives the next one.
 */
export function seededDraws(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
