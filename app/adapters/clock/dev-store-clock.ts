import { once } from 'node:events';
import { Agent, get, type IncomingMessage } from 'node:http';
import { json } from 'node:stream/consumers';
import { z } from 'zod';
import type { Instant } from '#core/shared/time';
import type { Clock } from '#flows/ports';

const Answer = z.object({ now: z.iso.datetime() });

/**
 * The clock of a local Shopify, which is moved by hand: the app lives at its time, or its e-mails would be years late.
 * Asked with every webhook, so that its connections are kept: Remix's own fetch opens a new one each time.
 */
export function devStoreClock(origin: string): Clock {
  const url = new URL('/_dev/clock', origin);
  const agent = new Agent({ keepAlive: true });
  const respond = async (): Promise<IncomingMessage> => {
    const request = get(url, { agent });
    try {
      const [answer] = (await once(request, 'response')) as [IncomingMessage];
      return answer;
    } catch (error) {
      // The other side may close a kept connection in the moment in which it is used again; the time may be asked twice.
      if (!request.reusedSocket) throw error;
      return respond();
    }
  };
  const ask = async () => {
    const answer = await respond();
    const body = await json(answer);
    if (answer.statusCode !== 200)
      throw new Error(`${url.href} answered ${answer.statusCode}; is the dev store running there?`);
    return Date.parse(Answer.parse(body).now);
  };
  let underWay: Promise<Instant> | null = null;
  // Webhooks come many at once; those that wait at the same moment share the answer.
  return { now: () => (underWay ??= ask().finally(() => (underWay = null))) };
}
