import { z } from 'zod';
import type { Clock } from '#flows/ports';

const Answer = z.object({ now: z.iso.datetime() });

/** The clock of a local Shopify, which is moved by hand: the app lives at its time, or its e-mails would be years late. */
export function devStoreClock(origin: string): Clock {
  const url = new URL('/_dev/clock', origin);
  return {
    now: async () => {
      const response = await fetch(url);
      if (!response.ok)
        throw new Error(`${url.href} answered ${response.status}; is the dev store running there?`);
      return Date.parse(Answer.parse(await response.json()).now);
    },
  };
}
