import type { Instant } from '../model';
import type { DevStore } from '../shop/dev-store';
import type { ShopState } from '../shop/shop-state';
import { deliveryTimes } from './faults';
import { RETRY_WAITS_MS } from './retry';
import { sendWebhook } from './send-webhook';
import { signBody, stableUuid, webhookHeaders, type Webhook } from './webhook';

/** What a shop tells the app after it was uninstalled. */
const TOPICS_AFTER_UNINSTALL: ReadonlySet<string> = new Set([
  'app/uninstalled',
  'shop/redact',
  'customers/redact',
  'customers/data_request',
]);

/** Queues one payload, or what the app wants of it, under each of the topics that it has subscribed to. They share an event id. */
export function queueWebhooks(
  store: DevStore,
  shop: ShopState,
  topics: ReadonlyArray<string>,
  payload: () => object,
): void {
  const wanted = topics.filter(
    (topic) =>
      store.app.subscriptions.pathOfTopic.has(topic) &&
      (shop.isInstalled || TOPICS_AFTER_UNINSTALL.has(topic)),
  );
  if (wanted.length === 0) return;
  const domain = shop.shop.domain;
  const whole = payload();
  const event = shop.queuedWebhooks;
  const eventId = stableUuid(domain, 'event', event);
  for (const topic of wanted) {
    shop.queuedWebhooks += 1;
    const id = stableUuid(domain, 'webhook', shop.queuedWebhooks);
    const body = Buffer.from(
      JSON.stringify(pickFields(whole, store.app.subscriptions.fieldsOfTopic.get(topic))),
    );
    const signature = signBody(body, store.app.secret);
    const webhook: Webhook = {
      id,
      eventId,
      topic,
      shop: domain,
      body,
      signature,
      triggeredAt: store.clock.now,
      event,
    };
    const times = deliveryTimes(shop.faults, id, store.clock.now);
    if (times.length === 0) store.log.countLost(domain);
    for (const at of times) addDelivery(store, webhook, at, 1);
  }
}

function pickFields(payload: object, fields: ReadonlyArray<string> | undefined): object {
  if (fields === undefined) return payload;
  return Object.fromEntries(Object.entries(payload).filter(([name]) => fields.includes(name)));
}

function addDelivery(store: DevStore, webhook: Webhook, at: Instant, attempt: number): void {
  store.agenda.add({ at, shop: webhook.shop, kind: 'call', run: () => deliver(store, webhook, at, attempt) });
}

async function deliver(store: DevStore, webhook: Webhook, at: Instant, attempt: number): Promise<void> {
  if (store.replay !== null) return; // it was delivered the first time
  const { subscriptions, url } = store.app;
  const target = new URL(subscriptions.pathOfTopic.get(webhook.topic) ?? '/', url);
  const status = await sendWebhook(target, webhookHeaders(webhook, subscriptions.apiVersion), webhook.body);
  const isDelivered = status >= 200 && status < 300;
  store.log.addDelivery({
    at,
    shop: webhook.shop,
    topic: webhook.topic,
    webhookId: webhook.id,
    attempt,
    status,
    isDelivered,
  });
  const wait = RETRY_WAITS_MS[attempt - 1];
  if (!isDelivered && wait !== undefined) addDelivery(store, webhook, at + wait, attempt + 1);
}
