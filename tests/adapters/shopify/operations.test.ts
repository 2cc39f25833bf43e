import { existsSync, readFileSync } from 'node:fs';
import {
  buildSchema,
  NoDeprecatedCustomRule,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { CREATE_CART } from '#adapters/shopify/storefront-operations/cart';
import { ADMIN_OPERATIONS } from './read-operations';

const RULES = [...specifiedRules, NoDeprecatedCustomRule];
const schemaPath = (name: string) => `.cache/shopify/${name}.graphql`;

function faultsBy(schemaName: string) {
  const schema = buildSchema(readFileSync(schemaPath(schemaName), 'utf8'), {
    assumeValidSDL: true,
    noLocation: true,
  });
  return (document: DocumentNode) => validate(schema, document, RULES).map(({ message }) => message);
}

it('the documents of every file of operations are looked at', () => {
  expect([...ADMIN_OPERATIONS.keys()].sort()).toEqual([
    'ALL_PRODUCTS', 'EXPORT', 'MORE_LINES', 'MORE_REFUND_LINES', 'ORDERS', 'PRODUCTS', 'SHOP', 'START_EXPORT',
    'UPDATED_ORDERS', 'WRITE_CONSENT', 'bulk query',
  ]); // prettier-ignore
});

describe.each(['admin-2026-07', 'admin-2026-10'])('by the real schema %s', (name) => {
  const isThere = existsSync(schemaPath(name));
  const faultsOf = isThere ? faultsBy(name) : () => [];

  it.skipIf(!isThere).each([...ADMIN_OPERATIONS])(
    '%s is valid and asks for nothing deprecated',
    (_name, document) => {
      expect(faultsOf(document)).toEqual([]);
    },
  );

  it.skipIf(!isThere)('a field that does not exist and one that is deprecated are found', () => {
    expect(faultsOf(parse('query Bad { shop { nickname } }'))).toHaveLength(1);
    expect(faultsOf(parse('query Old { order(id: "gid://shopify/Order/1") { totalPrice } }'))).toHaveLength(
      1,
    );
  });
});

const storefront = 'storefront-2026-10';

it.skipIf(!existsSync(schemaPath(storefront)))('the cart is valid by the real Storefront schema', () => {
  expect(faultsBy(storefront)(parse(CREATE_CART))).toEqual([]);
});
