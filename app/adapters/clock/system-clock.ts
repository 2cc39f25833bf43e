import type { Clock } from '#flows/ports';

/** The machine's own clock. */
export const systemClock: Clock = { now: async () => Date.now() };
