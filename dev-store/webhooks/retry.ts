const MINUTE = 60_000;

/** Shopify tries eight more times within four hours; the waits double and the last takes what is left of them. */
export const RETRY_WAITS_MS: ReadonlyArray<number> = [1, 2, 4, 8, 16, 32, 64, 113].map(
  (minutes) => minutes * MINUTE,
);
