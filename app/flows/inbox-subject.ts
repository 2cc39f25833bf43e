import { parseExactJson, textAt } from '#core/shared/exact-json';

/** What a stored webhook is about: where to look in Shopify, or what it says itself where nobody else can say it. */
export type InboxSubject =
  | { readonly kind: 'order'; readonly key: string } // GID
  | { readonly kind: 'products'; readonly ids: ReadonlyArray<string> } // GIDs
  | { readonly kind: 'consent'; readonly key: string; readonly state: string } // address
  | { readonly kind: 'shop'; readonly key: string } // topic
  | {
      readonly kind: 'redaction';
      readonly key: string;
      readonly topic: string;
      readonly customerId: string | null;
      readonly email: string | null;
    }
  | { readonly kind: 'unreadable'; readonly key: string } // why
  | { readonly kind: 'ignored'; readonly key: string };

const ORDER_TOPICS: ReadonlySet<string> = new Set([
  'orders/create', 'orders/paid', 'orders/updated', 'orders/cancelled', 'orders/edited', 'refunds/create',
]); // prettier-ignore
const PRODUCT_TOPICS: ReadonlySet<string> = new Set([
  'products/update', 'products/delete', 'variants/out_of_stock', 'variants/in_stock',
]); // prettier-ignore
const SHOP_TOPICS: ReadonlySet<string> = new Set([
  'app/uninstalled', 'app/scopes_update', 'shop/update', 'bulk_operations/finish',
]); // prettier-ignore
const COMPLIANCE_TOPICS: ReadonlySet<string> = new Set([
  'customers/data_request',
  'customers/redact',
  'shop/redact',
]);

/**
 * Reads from a stored payload what it is about.
 * In: topic, payload as it came. Out: the subject; unknown topics are ignored, one without an id is unreadable.
 */
export function subjectOf(topic: string, payload: string): InboxSubject {
  try {
    return readSubject(topic, payload);
  } catch (error) {
    return { kind: 'unreadable', key: error instanceof Error ? error.message : String(error) };
  }
}

function readSubject(topic: string, payload: string): InboxSubject {
  const gid = textAt(JSON.parse(payload), 'admin_graphql_api_id');
  // Most payloads say it themselves; keeping the digits of every number in them would cost several times as much.
  if (ORDER_TOPICS.has(topic) && gid?.startsWith('gid://shopify/Order/')) return { kind: 'order', key: gid };
  if (PRODUCT_TOPICS.has(topic) && gid?.startsWith('gid://shopify/Product/'))
    return { kind: 'products', ids: [gid] };
  const body = parseExactJson(payload);
  if (ORDER_TOPICS.has(topic)) return { kind: 'order', key: orderIdOf(topic, body) };
  if (PRODUCT_TOPICS.has(topic)) return { kind: 'products', ids: [productIdOf(topic, body)] };
  if (SHOP_TOPICS.has(topic)) return { kind: 'shop', key: topic };
  if (COMPLIANCE_TOPICS.has(topic)) {
    const id = textAt(body, 'customer', 'id');
    const customerId = id === null ? null : `gid://shopify/Customer/${id}`;
    return {
      kind: 'redaction',
      key: `${topic} ${id}`,
      topic,
      customerId,
      email: textAt(body, 'customer', 'email'),
    };
  }
  const address = textAt(body, 'email_address');
  const state = textAt(body, 'email_marketing_consent', 'state');
  if (topic === 'customers_email_marketing_consent/update' && address !== null && state !== null) {
    return { kind: 'consent', key: address, state };
  }
  return { kind: 'ignored', key: topic };
}

function orderIdOf(topic: string, body: unknown): string {
  const id = textAt(body, 'order_id') ?? textAt(body, 'order_edit', 'order_id') ?? textAt(body, 'id');
  if (id === null) throw new Error(`${topic} names no order: neither admin_graphql_api_id nor order_id`);
  return `gid://shopify/Order/${id}`;
}

function productIdOf(topic: string, body: unknown): string {
  const id = topic.startsWith('variants/') ? textAt(body, 'product_id') : textAt(body, 'id');
  if (id === null) throw new Error(`${topic} names no product: neither product_id nor id`);
  return `gid://shopify/Product/${id}`;
}
