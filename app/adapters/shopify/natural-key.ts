import { createHash } from 'node:crypto';
import { textAt } from '#core/shared/exact-json';

/** Where the payloads of the topics name what they are about, the surest first. */
const ID_PATHS: ReadonlyArray<ReadonlyArray<string>> = [
  ['admin_graphql_api_id'], ['id'], ['order_edit', 'id'], ['customer_id'], ['customerId'], ['data_request', 'id'],
  ['customer', 'id'], ['app_subscription', 'admin_graphql_api_id'], ['shop_id'],
]; // prettier-ignore

/**
 * Names an event by itself, so that it counts once though it came under two webhook ids. A body may say no more than an id
 * and a second, so the digest of it is not enough: the time at which it was triggered, which Shopify tells to the
 * nanosecond, tells two changes within one second apart.
 * In: topic, the body as it came and as parsed with its digits, when it was triggered. Out: topic, resource, time, digest.
 */
export function naturalKey(
  topic: string,
  raw: Uint8Array,
  body: unknown,
  triggeredAt: string | null,
): string {
  const id = ID_PATHS.map((path) => textAt(body, ...path)).find((found) => found !== null) ?? '-';
  const digest = createHash('sha256').update(raw).digest('base64url').slice(0, 16);
  return [topic, id, triggeredAt ?? '-', digest].join(' ');
}
