import { existsSync, readFileSync } from 'node:fs';
import { parse as parseToml } from 'smol-toml';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { WEBHOOK_DOORS } from '../../../app/webhook-doors.server';
import { accessOf } from './access';
import { ADMIN_OPERATIONS } from './read-operations';

const SCHEMA = '.cache/shopify/admin-2026-07.graphql';
const RULES = '.cache/shopify/admin-2026-07.access.json';
const isThere = existsSync(SCHEMA) && existsSync(RULES);

/** Scopes that no operation of the Admin API shows, each with what it is for. */
const NEEDED_ELSEWHERE = {
  read_all_orders: 'orders older than 60 days, of which pairings are mined',
  unauthenticated_read_product_listings: 'the cart behind a link, by the Storefront API',
  unauthenticated_read_selling_plans: 'the cart with a subscription',
  unauthenticated_write_checkouts: 'the cart behind a link',
  write_app_proxy: 'the app proxy of this file',
  write_discounts:
    'codes that end after 24 hours: asked for now, since a later scope interrupts every merchant',
  write_pixels: 'the web pixel, for the same reason',
  read_customer_events: 'the web pixel',
} as const;

const config = z
  .object({
    name: z.string().max(30),
    access_scopes: z.object({ scopes: z.string() }),
    webhooks: z.object({
      api_version: z.string(),
      subscriptions: z.array(
        z.object({
          uri: z.string(),
          topics: z.array(z.string()).default([]),
          compliance_topics: z.array(z.string()).default([]),
          include_fields: z.array(z.string()).optional(),
        }),
      ),
    }),
  })
  .parse(parseToml(readFileSync('shopify.app.toml', 'utf8')));

const asked = config.access_scopes.scopes.split(',');

describe.skipIf(!isThere)('what the operations need', () => {
  const access = isThere
    ? accessOf(readFileSync(SCHEMA, 'utf8'), readFileSync(RULES, 'utf8'), ADMIN_OPERATIONS.values())
    : { scopes: [], personalFields: [] };
  const isAsked = (scope: string) =>
    asked.includes(scope) || asked.includes(scope.replace(/^read_/, 'write_'));

  it('is among the scopes that the app asks for', () => {
    expect(access.scopes.filter((anyOf) => !anyOf.some(isAsked))).toEqual([]);
  });

  it('accounts, with the scopes of other parts, for every scope that the app asks for', () => {
    const used = new Set<string>(access.scopes.flat());
    expect(asked.filter((scope) => !used.has(scope) && !(scope in NEEDED_ELSEWHERE))).toEqual([]);
  });

  it('is the address and the first name of personal data, and nothing else', () => {
    expect(access.personalFields).toEqual([
      'Customer.firstName (name)',
      'CustomerEmailAddress.emailAddress (email)',
      'Order.email (email)',
    ]);
  });
});

describe('the webhooks that the app asks for', () => {
  const topics = config.webhooks.subscriptions.flatMap(({ topics, compliance_topics }) => [
    ...topics,
    ...compliance_topics,
  ]);

  it('name each topic once, the three of compliance among them', () => {
    expect(new Set(topics).size).toBe(topics.length);
    expect(topics).toEqual(
      expect.arrayContaining(['customers/data_request', 'customers/redact', 'shop/redact']),
    );
  });

  it('leave out merges of customers, which need a scope of their own', () => {
    expect(topics).not.toContain('customers/merge');
  });

  it('lead to doors that take just these topics', () => {
    const byDoor = Map.groupBy(config.webhooks.subscriptions, ({ uri }) => uri);
    const asked = [...byDoor].map(([uri, subscriptions]) => {
      const topics = subscriptions.flatMap((one) => [...one.topics, ...one.compliance_topics]);
      return [uri, new Set(topics)] as const;
    });
    expect(new Map(asked)).toEqual(WEBHOOK_DOORS);
  });

  it('where they are cut, still say what they are about and when it changed, and nothing personal', () => {
    const cut = config.webhooks.subscriptions.flatMap(({ include_fields, topics }) =>
      include_fields ? topics.map((topic) => [topic, include_fields.join()]) : [],
    );
    const fields = 'id,admin_graphql_api_id,updated_at';
    expect(Object.fromEntries(cut)).toEqual({
      'orders/create': fields,
      'orders/paid': fields,
      'orders/updated': fields,
      'orders/cancelled': fields,
      'products/update': fields,
      'customers/update': fields,
    });
  });

  it('come in the version that the operations are written for', () => {
    expect(config.webhooks.api_version).toBe('2026-07');
  });
});
