import { z } from 'zod';
import type { EmailEvent } from '#flows/records';
import { parseEvents } from './parse-events';

const OfShop = z.array(z.object({ shop_id: z.string().min(1).optional().catch(undefined) }).catch({}));

/**
 * The events of one delivery by the shop that each names. One SendGrid account with one key serves all shops of this
 * installation, so its signature speaks for each of them.
 * In: the body. Out: events by shop. Throws when it is no JSON list.
 */
export function eventsByShop(body: string): ReadonlyMap<string, ReadonlyArray<EmailEvent>> {
  const shops = new Set(OfShop.parse(JSON.parse(body)).flatMap(({ shop_id }) => shop_id ?? []));
  return new Map([...shops].map((shopId) => [shopId, parseEvents(shopId, body)]));
}
