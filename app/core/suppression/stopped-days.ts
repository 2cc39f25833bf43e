/** How many days back a merchant is told what suppression has stopped; Activity shows just those. */
export const STOPPED_DAYS = 30;
