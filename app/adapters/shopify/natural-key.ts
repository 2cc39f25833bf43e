import { createHash } from 'node:crypto';
import { textAt } from '#core/shared/exact-json';

/** Where the payloads of the topics name what they are about, the surest first. */
const ID_PATHS: ReadonlyArray<ReadonlyArray<string>> = [
  ['admin_graphql_api_id'], ['id'], ['order_edit', 'id'], ['customer_id'], ['customerId'], ['data_request', 'id'],
  ['customer', 'id'], ['app_subscription', 'admin_graphql_api_id'], ['shop_id'],
]; // prettier-ignore

/**
 * Names an event by itself, so that it counts once though it came under two webhook ids. Shopify's `updated_at` knows
 * only seconds, and a body may hold little else: the time at which it was triggered, to the nanosecond, and the digest
 * tell two changes within one second apart, or the second would be lost.
 * In: topic, the body as it came and as parsed with its digits, when it was triggered. Out: topic, resource, times, digest.
 */
export function naturalKey(
  topic: string,
  raw: Uint8Array,
  body: unknown,
  triggeredAt: string | null,
): string {
  const id = ID_PATHS.map((path) => textAt(body, ...path)).find((found) => found !== null) ?? '-';
  const at = [textAt(body, 'updated_at'), triggeredAt].filter((time) => time !== null);
  return [topic, id, ...at, createHash('sha256').update(raw).digest('base64url').slice(0, 16)].join(' ');
}
