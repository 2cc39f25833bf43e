import { parse, type DocumentNode } from 'graphql';
import { historyQuery } from '#adapters/shopify/history-query';
import * as consent from '#adapters/shopify/operations/consent';
import * as history from '#adapters/shopify/operations/history';
import * as order from '#adapters/shopify/operations/order';
import * as product from '#adapters/shopify/operations/product';
import * as shop from '#adapters/shopify/operations/shop';

const isOperation = (value: unknown): value is string =>
  typeof value === 'string' && /\b(query|mutation) \w+/.test(value);

/** Every document that the Admin API is sent, by name, the bulk query among them. */
export const ADMIN_OPERATIONS: ReadonlyMap<string, DocumentNode> = new Map(
  [
    ...[consent, history, order, product, shop].flatMap((operations) => Object.entries<unknown>(operations)),
    ['bulk query', `query History ${historyQuery(0)}`],
  ].flatMap(([name, value]) => (isOperation(value) ? [[String(name), parse(value)]] : [])),
);
