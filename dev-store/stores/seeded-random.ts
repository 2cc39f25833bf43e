/** Chance that is the same whenever the seed is. */
export interface SeededRandom {
  /** A number in [0, 1). */
  fraction(): number;
  /** True in this share of the calls. */
  chance(share: number): boolean;
  /** A number in [from, to). */
  between(from: number, to: number): number;
  /** A whole number from `from` to `to`, both included. */
  whole(from: number, to: number): number;
  /** One of the things, each as likely as its weight; throws when there are none. */
  pick<T>(things: ReadonlyArray<T>, weightOf?: (thing: T) => number): T;
}

/** A generator for one stream of chance (mulberry32 by Tommy Ettinger); streams of one seed do not disturb each other. */
export function seededRandom(seed: number, stream: string): SeededRandom {
  let state = Math.imul(seed, 0x9e3779b1) ^ hashText(stream);

  const fraction = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };

  return {
    fraction,
    chance: (share) => fraction() < share,
    between: (from, to) => from + fraction() * (to - from),
    whole: (from, to) => from + Math.floor(fraction() * (to - from + 1)),
    pick: (things, weightOf = () => 1) => {
      const total = things.reduce((sum, thing) => sum + weightOf(thing), 0);
      let left = fraction() * total;
      for (const thing of things) {
        left -= weightOf(thing);
        if (left < 0) return thing;
      }
      const last = things.at(-1);
      if (last === undefined) throw new Error('pick from an empty list: give it at least one thing');
      return last;
    },
  };
}

/** FNV-1a with 32 bits. */
function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash;
}
