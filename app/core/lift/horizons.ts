/** The days that outcomes are followed: the one that counts first, then those that fill up sooner. */
export const HORIZONS_DAYS = [90, 60, 30, 14, 7] as const;
export type HorizonDays = (typeof HORIZONS_DAYS)[number];
