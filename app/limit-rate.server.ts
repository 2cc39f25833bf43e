/** Whether one more request of a key is let in. In: key, how many a window holds, a time that only goes forward (ms). */
export type RateLimit = (key: string, most: number, now: number) => boolean;

/**
 * Counts requests by key in windows of a length, in the memory of this process; with every window it begins anew, so that
 * it holds no more keys than a window lets in.
 */
export function limitRate(windowMs: number): RateLimit {
  let window = 0;
  let counts = new Map<string, number>();
  return (key, most, now) => {
    const current = Math.floor(now / windowMs);
    if (current !== window) {
      window = current;
      counts = new Map();
    }
    const count = counts.get(key) ?? 0;
    if (count >= most) return false;
    counts.set(key, count + 1);
    return true;
  };
}
