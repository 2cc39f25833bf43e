import { createHash, createHmac } from 'node:crypto';
import type { Instant } from '../model';

/** A webhook as it goes out; retries and duplicates repeat it to the letter. */
export type Webhook = {
  readonly id: string;
  readonly eventId: string;
  readonly topic: string;
  readonly shop: string;
  readonly body: Buffer;
  readonly signature: string;
  readonly triggeredAt: Instant;
  readonly event: number; // of the shop's, counted: tells events of one millisecond apart
};

/** base64 HMAC-SHA256 of the raw body, as X-Shopify-Hmac-Sha256 carries it. */
export function signBody(body: Buffer, secret: string): string {
  return createHmac('sha256', secret).update(body).digest('base64');
}

/** An id in the form of a UUID that the same shop gives the same webhook in every run. */
export function stableUuid(shop: string, what: string, number: number): string {
  const hex = createHash('sha1').update(`${shop} ${what} ${number}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Shopify tells nanoseconds. The clock of the dev store may stand still, so that the events' number fills the last six digits. */
function nanosecondTime({ triggeredAt, event }: Webhook): string {
  return new Date(triggeredAt).toISOString().replace('Z', `${String(event % 1_000_000).padStart(6, '0')}Z`);
}

export function webhookHeaders(webhook: Webhook, apiVersion: string): Record<string, string | number> {
  return {
    'Content-Type': 'application/json',
    'Content-Length': webhook.body.length,
    'X-Shopify-Topic': webhook.topic,
    'X-Shopify-Hmac-Sha256': webhook.signature,
    'X-Shopify-Shop-Domain': webhook.shop,
    'X-Shopify-API-Version': apiVersion,
    'X-Shopify-Webhook-Id': webhook.id,
    'X-Shopify-Event-Id': webhook.eventId,
    'X-Shopify-Triggered-At': nanosecondTime(webhook),
  };
}
