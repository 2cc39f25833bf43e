import { z } from 'zod';
import { advanceClock } from '../clock/advance-clock';
import { readShape } from '../http/read-body';
import { sendJson, sendText } from '../http/respond';
import type { Call } from '../http/route';
import { shopOfControl } from '../http/shop-of-call';
import { issueSessionToken } from '../oauth/session-token';
import type { DevStore } from '../shop/dev-store';
import { uninstallApp } from '../shop/uninstall-app';
import { compliancePayload } from '../webhooks/payloads/compliance-payload';
import { queueWebhooks } from '../webhooks/queue-webhook';
import { requireThing } from './find-thing';

const ofShop = z.object({ shop: z.string().optional() });

const complianceShape = ofShop.extend({
  topic: z.enum(['customers/data_request', 'customers/redact', 'shop/redact']),
  customerId: z.string().optional(),
});

/** POST /_dev/uninstall {shop} */
export async function answerUninstall(store: DevStore, { request, response }: Call): Promise<void> {
  const shop = shopOfControl(store, readShape(request, ofShop).shop);
  uninstallApp(store, shop);
  await advanceClock(store, store.clock.now);
  sendJson(response, 200, { isInstalled: shop.isInstalled });
}

/** POST /_dev/compliance {shop, topic, customerId?} */
export async function answerCompliance(store: DevStore, { request, response }: Call): Promise<void> {
  const { shop: domain, topic, customerId } = readShape(request, complianceShape);
  const shop = shopOfControl(store, domain);
  const customer = topic === 'shop/redact' ? null : requireThing(shop.customers, customerId, 'customer');
  queueWebhooks(store, shop, [topic], () => compliancePayload(shop, topic, customer));
  await advanceClock(store, store.clock.now);
  sendJson(response, 200, { topic });
}

/** GET /_dev/id-token?shop=: the session token that the admin page hands to the embedded app. */
export function answerSessionToken(store: DevStore, { response, url }: Call): void {
  const { domain } = shopOfControl(store, url.searchParams.get('shop')).shop;
  sendText(response, 200, 'text/plain', issueSessionToken(store.app, domain, store.wallClock()));
}
