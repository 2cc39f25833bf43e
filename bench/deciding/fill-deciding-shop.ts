import type { Client } from 'pg';
import { createDatabaseStore } from '#adapters/database/database-store';
import { closeConnections, createPrisma } from '#adapters/database/create-prisma';
import { mineInSlices } from '#core/affinity/mine-pairings';
import { PAIRING_USES, type PairingOverride } from '#core/affinity/override';
import { DEFAULT_SETTINGS } from '#core/settings/settings';
import { DAY_MS, HOUR_MS } from '#core/shared/time';
import { domainHashOf } from '#core/suppression/identity';
import { fillShop, HISTORY_FROM, HISTORY_TO } from '../mining/fill-shop';
import { generateProducts, productIdOf } from './generate-products';

const [LINES, PRODUCTS, OVERRIDES] = [48_000, 1000, 300];
/** A Tuesday at half past ten in London, after the last order. */
export const NOW = Date.parse('2026-05-05T09:30:00Z');

/**
 * A shop at work: 1,000 products, 20,000 orders, both tables of pairings mined from them, 300 decisions of the merchant's,
 * two versions of settings, and due touches of as many people. In: connection as owner, its URL, shop, touches.
 */
export async function fillDecidingShop(
  client: Client,
  connectionString: string,
  shopId: string,
  touches: number,
): Promise<void> {
  const prisma = createPrisma({ connectionString, connections: 2 });
  const store = createDatabaseStore({ prisma, enqueue: async () => {} });
  try {
    await store.saveShop(shopId, SHOP, HISTORY_FROM - DAY_MS);
    await store.saveSettings(shopId, DEFAULT_SETTINGS, 'Ann', HISTORY_FROM);
    await store.saveSettings(shopId, { ...DEFAULT_SETTINGS, holdoutPercent: 20 }, 'Ann', HISTORY_FROM);
    await store.upsertProducts(shopId, generateProducts(PRODUCTS));
    await fillShop(client, shopId, LINES, PRODUCTS);
    const { baskets } = await store.minedBaskets(shopId, HISTORY_FROM, HISTORY_TO);
    const { products } = await store.catalogue(shopId);
    const categories = new Map(
      [...products].flatMap(([number, { category }]) => (category === null ? [] : [[number, category]])),
    );
    const mining = mineInSlices({ baskets, windowFrom: HISTORY_FROM, windowTo: HISTORY_TO, categories });
    for (const table of mining) if (table) await store.replacePairings(shopId, table, NOW);
    await store.putOverrides(shopId, async () => Array.from({ length: OVERRIDES }, (_, n) => overrideOf(n)));
  } finally {
    await closeConnections(prisma);
  }
  await client.query(ADDRESSES, [shopId]);
  await client.query(ENROL, [shopId, touches]);
  await client.query(PLAN, [shopId, new Date(NOW), HOUR_MS]);
  await client.query(READ, [shopId]);
  await client.query(LIST, [shopId, domainHashOf('d7.example'), new Date(HISTORY_FROM)]);
}

const SHOP = {
  name: 'Bean & Leaf',
  currency: 'EUR',
  zone: 'Europe/London',
  countryCode: 'GB',
  contactEmail: 'owner@shop.test',
  postalAddress: '1 High Street, London',
  storeUrl: 'https://shop.test',
  readsAllOrders: true,
};

function overrideOf(n: number): PairingOverride {
  return {
    table: n % 2 === 0 ? 'same_order' : 'next_order',
    antecedentId: productIdOf((n * 7) % PRODUCTS),
    consequentId: productIdOf((n * 7 + 13) % PRODUCTS),
    use: PAIRING_USES[n % PAIRING_USES.length] ?? 'blocked',
    note: '',
    startsAt: null,
    endsAt: n % 5 === 0 ? NOW - DAY_MS : null,
    savedBy: 'Ann',
    savedAt: HISTORY_FROM,
  };
}

const ADDRESSES = `
  UPDATE "Order" SET "emailHash" = encode(sha256(convert_to("personId" || '@d'
    || substr("personId", 2)::int % 50 || '.example', 'UTF8')), 'hex') WHERE "shopId" = $1`;

/** Because of the newest order of each, of the oldest for one in eight. */
const ENROL = `
  INSERT INTO "Enrolment" ("shopId", "enrolmentId", "orderId", "personId", arm, "confirmedAt", "enrolledAt",
    "settingsVersion", zone, segments)
  SELECT $1, 'e' || person, "orderId", "personId", CASE person % 10 WHEN 0 THEN 'holdout' ELSE 'treatment' END,
    "confirmedAt", "confirmedAt", 1 + person % 2, 'Europe/London', CASE person % 3 WHEN 0 THEN '{repeat}' ELSE '{}' END::text[]
  FROM (
    SELECT *, substr("personId", 2)::int AS person,
      row_number() OVER (PARTITION BY "personId" ORDER BY "confirmedAt" DESC) AS place,
      count(*) OVER (PARTITION BY "personId") AS orders
    FROM "Order" WHERE "shopId" = $1
  ) o WHERE place = CASE person % 8 WHEN 0 THEN orders ELSE 1 END ORDER BY person LIMIT $2::int`;

/** Touch 1, 2 or 3 is due; those before it went out, each with something that is in no order of these people. */
const PLAN = `
  INSERT INTO "Touch" ("shopId", "touchId", "enrolmentId", "orderId", "personId", "touchNumber", state, "firstDueAt",
    "dueAt", "windowEndsAt", "settingsVersion", "sentAt", "attemptedAt", "productId")
  SELECT $1, e."enrolmentId" || '/' || n, e."enrolmentId", e."orderId", e."personId", n,
    CASE WHEN n = last THEN 'due' ELSE 'accepted' END, at, at, at + $3::float8 * interval '4 milliseconds',
    e."settingsVersion", sent, sent, CASE WHEN n < last THEN 'gid://shopify/Product/' || 8000000000000 + person * 37 % 1000 END
  FROM (SELECT *, substr("personId", 2)::int AS person, 1 + substr("personId", 2)::int % 3 AS last FROM "Enrolment") e
  CROSS JOIN generate_series(1, e.last) n
  CROSS JOIN LATERAL (SELECT $2::timestamptz - (e.last - n) * (1 + person % 6) * interval '1 day' AS at) due
  CROSS JOIN LATERAL (SELECT CASE WHEN n < e.last THEN at END AS sent) went
  WHERE e."shopId" = $1`;

const READ = `
  INSERT INTO "EmailEvent" ("shopId", "naturalKey", "touchId", kind, at, "isMachine", "isTemporary")
  SELECT $1, t."touchId" || k.kind, t."touchId", k.kind, t."sentAt", k.kind = 'open', false
  FROM "Touch" t CROSS JOIN unnest('{delivered,open,click}'::text[]) AS k(kind)
  WHERE t."shopId" = $1 AND t."sentAt" IS NOT NULL`;

const LIST = `
  WITH one AS (INSERT INTO "SuppressedDomain" ("shopId", "domainHash", kind, source, at) VALUES ($1, $2, 'unsubscribed', 'import', $3))
  INSERT INTO "Suppression" ("shopId", "emailHash", kind, source, at)
  SELECT DISTINCT $1, "emailHash", 'unsubscribed', 'import', $3::timestamptz FROM "Order"
  WHERE "shopId" = $1 AND substr("personId", 2)::int % 30 = 1`;
