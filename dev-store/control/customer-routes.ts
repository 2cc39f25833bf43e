import { z } from 'zod';
import { advanceClock } from '../clock/advance-clock';
import { readShape } from '../http/read-body';
import { sendJson } from '../http/respond';
import type { Call } from '../http/route';
import { shopOfControl } from '../http/shop-of-call';
import { tagCustomer } from '../shop/add-tags';
import type { DevStore } from '../shop/dev-store';
import { announceConsent } from '../webhooks/announce';
import { requireThing } from './find-thing';

const consentShape = z.object({
  shop: z.string().optional(),
  state: z.enum(['SUBSCRIBED', 'NOT_SUBSCRIBED', 'PENDING', 'UNSUBSCRIBED', 'INVALID', 'REDACTED']),
});

const tagShape = z.object({ shop: z.string().optional(), tags: z.array(z.string()).min(1) });

/** POST /_dev/customers/{id}/consent {state} */
export async function answerConsent(store: DevStore, { request, response, params }: Call): Promise<void> {
  const body = readShape(request, consentShape);
  const shop = shopOfControl(store, body.shop);
  const customer = requireThing(shop.customers, params[0], 'customer');
  customer.marketing = { state: body.state, updatedAt: store.clock.now };
  announceConsent(store, shop, customer);
  await advanceClock(store, store.clock.now);
  sendJson(response, 200, { id: customer.id, state: body.state });
}

/** POST /_dev/customers/{id}/tags {tags} */
export async function answerCustomerTags(
  store: DevStore,
  { request, response, params }: Call,
): Promise<void> {
  const body = readShape(request, tagShape);
  const shop = shopOfControl(store, body.shop);
  const customer = requireThing(shop.customers, params[0], 'customer');
  tagCustomer(store, shop, customer, body.tags);
  await advanceClock(store, store.clock.now);
  sendJson(response, 200, { id: customer.id, tags: customer.tags });
}
