/** What a request counts for, and how many of it a window holds. */
export type Quota = { readonly key: string; readonly most: number };

/**
 * Whether one more request is let in: where one of its quotas is used up it is not, and counts for none of them, so that
 * whoever is over their own uses up nobody else's. In: quotas, a time that only goes forward (ms).
 */
export type RateLimit = (quotas: ReadonlyArray<Quota>, now: number) => boolean;

/**
 * Counts requests by key in windows of a length, in the memory of this process; with every window it begins anew, so that
 * it holds no more keys than a window lets in.
 */
export function limitRate(windowMs: number): RateLimit {
  let window = 0;
  let counts = new Map<string, number>();
  return (quotas, now) => {
    const current = Math.floor(now / windowMs);
    if (current !== window) {
      window = current;
      counts = new Map();
    }
    const countOf = (key: string) => counts.get(key) ?? 0;
    if (quotas.some(({ key, most }) => countOf(key) >= most)) return false;
    for (const { key } of quotas) counts.set(key, countOf(key) + 1);
    return true;
  };
}
