import { Prisma, type PrismaClient } from '@prisma/client';
import { instantOf } from '#adapters/database/instant';
import { createLikenessIndex } from '#adapters/database/likeness-index';
import { keptSettings } from '#adapters/database/kept-settings';
import { gradeOf } from '#adapters/database/pairing-cache';
import { pairingOverrideMethods } from '#adapters/database/pairing-overrides';
import { asOwner, type Sql } from '#adapters/database/within-shop';
import { RETURN_REMEMBERED_MS } from '#core/affinity/counted-order';
import type { CategoryRow, PairingRow, PairingTable } from '#core/affinity/pairing';
import type { CatalogueProduct, Product } from '#core/catalogue/product';
import { pairingTableOf } from '#core/recommend/choose-offer';
import type { BuyerHistory } from '#core/recommend/score-signals';
import { CAP_WINDOW_MS } from '#core/suppression/frequency-cap';
import { domainHashOf } from '#core/suppression/identity';
import type { SuppressionKind } from '#core/suppression/reasons';
import { toIso } from '#core/shared/time';
import type { DueTouch } from '#flows/due-touch';
import type { OrderWithCustomer } from '#flows/ports';
import type { ClaimedTouch, Shop, TouchFacts } from '#flows/records';
import { NOW } from './fill-deciding-shop';

const DELIVERED_AT = Prisma.sql`min(v.at) FILTER (WHERE v.kind = 'delivered')`;

type Dated<T, Keys extends keyof T> = Omit<T, Keys> & { readonly [Key in Keys]: Date };
type Grades<Row> = Omit<Row, 'grades'> & { readonly grades: ReadonlyArray<number> };

/**
 * One touch with all that it is decided by, from eight queries by the same driver, kept planned like the app's own: facts,
 * the person's orders, suppressions, recent sends, settings, pairings, overrides, products. What is read of a product is
 * taken as it is, which the app's own catalogue does not do.
 */
export async function readByEightQueries(
  prisma: PrismaClient,
  claim: ClaimedTouch,
  fetched: OrderWithCustomer,
): Promise<DueTouch> {
  const { shopId, touchNumber, personId } = claim;
  const sql = asOwner(prisma);
  const facts = await readTouch(sql, shopId, claim.touchId);
  const history = await readHistory(sql, shopId, personId, facts);
  const suppressions = await readSuppressions(sql, shopId, facts.hashes, fetched.customer.email ?? '');
  const recentSends = await readRecentSends(sql, shopId, personId);
  const { shop, pinned } = await readSettings(sql, shopId, facts.settingsVersion);
  const table = pairingTableOf(touchNumber);
  const productIds = fetched.order.lines.flatMap(({ productId }) => productId ?? []);
  const pairings = await readPairings(sql, shopId, table, productIds);
  const overrides = await pairingOverrideMethods(prisma).overridesOf(shopId, table, productIds);
  const numbers = [
    ...pairings.rows.flatMap(({ consequents }) => consequents),
    ...pairings.categories.flatMap(({ consequents }) => consequents),
    ...overrides.map(({ consequent }) => consequent),
    ...history.owned,
  ];
  const offered = facts.earlierTouches.flatMap(({ productId }) => productId ?? []);
  const catalogue = await readProducts(sql, shopId, numbers, [...productIds, ...offered]);
  const none = { allBuyers: 0, rows: new Map(), categories: new Map() };
  const known = {
    allBuyers: pairings.allBuyers,
    rows: new Map(pairings.rows.map((row) => [row.antecedent, row])),
    categories: new Map(pairings.categories.map((row) => [row.category, row])),
  };
  const decided = Map.groupBy(overrides, ({ antecedent }) => antecedent);
  return {
    claim,
    shop,
    fetched,
    facts: { ...facts, ...history, suppressions, recentSends, pinned },
    sources: {
      catalogue,
      pairings: { same_order: none, next_order: none, [table]: known },
      overrides: { same_order: new Map(), next_order: new Map(), [table]: decided },
    },
  };
}

type OfHistory = 'newerPurchases' | 'purchaseBefore' | 'owned' | 'returned' | 'boughtBefore' | 'browsed';
type Touch = Omit<TouchFacts, OfHistory | 'suppressions' | 'recentSends' | 'pinned'> & {
  readonly hashes: ReadonlyArray<string>;
};

async function readTouch(sql: Sql, shopId: string, touchId: string): Promise<Touch> {
  const [row] = await sql.$queryRaw<ReadonlyArray<Dated<Touch, 'dueAt' | 'windowEndsAt' | 'confirmedAt'>>>`
    SELECT t."touchId", t."touchNumber", t."firstDueAt" AS "dueAt", t."windowEndsAt", t."enrolmentId",
      e."isLive" AS "isEnrolmentLive", e."exitReason", e."orderId", e."personId", coalesce(p.arm, e.arm) AS arm,
      e."confirmedAt", e.zone, e.segments, e."settingsVersion",
      array_remove(ARRAY[p."emailHash", o."emailHash", t."emailHash"], NULL) AS hashes,
      (SELECT coalesce(jsonb_agg(to_jsonb(d) ORDER BY d."deliveredAt" DESC), '[]') FROM (
        SELECT ${instantOf(DELIVERED_AT)} AS "deliveredAt",
          coalesce(bool_or(v.kind = 'open' AND NOT v."isMachine"), false) AS "humanOpen",
          coalesce(bool_or(v.kind = 'open' AND v."isMachine"), false) AS "machineOpen",
          coalesce(bool_or(v.kind = 'click' AND NOT v."isMachine"), false) AS "verifiedClick",
          EXISTS (SELECT FROM "Order" b WHERE b."shopId" = ${shopId} AND b."personId" = e."personId"
            AND b."isPurchase" AND b."confirmedAt" > ${DELIVERED_AT}) AS "orderAfter"
        FROM "Touch" r JOIN "EmailEvent" v ON v."shopId" = ${shopId} AND v."touchId" = r."touchId"
        WHERE r."shopId" = ${shopId} AND r."personId" = e."personId"
        GROUP BY r."touchId" HAVING bool_or(v.kind = 'delivered') ORDER BY 1 DESC LIMIT 20
      ) d) AS engagement,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('touchNumber', r."touchNumber", 'state', r.state,
          'productId', r."productId", 'productTitle', NULL, 'clickedByPerson', false) ORDER BY r."touchNumber"), '[]')
        FROM "Touch" r WHERE r."shopId" = ${shopId} AND r."enrolmentId" = e."enrolmentId"
          AND r."touchNumber" < t."touchNumber") AS "earlierTouches"
    FROM "Touch" t
    JOIN "Enrolment" e ON e."shopId" = ${shopId} AND e."enrolmentId" = t."enrolmentId"
    LEFT JOIN "Person" p ON p."shopId" = ${shopId} AND p."personId" = e."personId"
    LEFT JOIN "Order" o ON o."shopId" = ${shopId} AND o."orderId" = e."orderId"
    WHERE t."shopId" = ${shopId} AND t."touchId" = ${touchId}`;
  if (!row) throw new Error(`${touchId} is no touch of ${shopId}`);
  const { dueAt, windowEndsAt, confirmedAt } = row;
  return {
    ...row,
    dueAt: dueAt.getTime(),
    windowEndsAt: windowEndsAt.getTime(),
    confirmedAt: confirmedAt.getTime(),
  };
}

type Past = {
  readonly orderId: string;
  readonly confirmedAt: Date;
  readonly updatedAt: Date;
  readonly isPurchase: boolean;
  readonly netMinor: string;
  readonly valueMinor: string;
  readonly basket: ReadonlyArray<number>;
  readonly owned: ReadonlyArray<number>;
  readonly returned: ReadonlyArray<number>;
  readonly browsed: BuyerHistory['browsed'];
};

/** What they looked at hangs on their orders, so that it takes no query of its own. */
const BROWSED = Prisma.sql`(
  SELECT coalesce(jsonb_agg(jsonb_build_object('productNumber', v."productNumber", 'at', ${instantOf(Prisma.sql`v."seenAt"`)})
    ORDER BY v."productNumber"), '[]')
  FROM "VisitorOrder" j JOIN "ProductView" v ON v."shopId" = j."shopId" AND v."visitorHash" = j."visitorHash"
  WHERE j."shopId" = o."shopId" AND j."orderId" = o."orderId")`;

async function readHistory(
  sql: Sql,
  shopId: string,
  personId: string,
  { orderId }: Touch,
): Promise<Pick<TouchFacts, OfHistory>> {
  const orders = await sql.$queryRaw<ReadonlyArray<Past>>`
    SELECT "orderId", "confirmedAt", "updatedAt", "isPurchase", "netMinor", "valueMinor", basket, owned, returned,
      ${BROWSED} AS browsed
    FROM "Order" o
    WHERE "shopId" = ${shopId} AND "personId" = ${personId}
    ORDER BY "confirmedAt", length("orderId"), "orderId" COLLATE "C"`;
  const purchases = orders
    .filter((order) => order.isPurchase || order.orderId === orderId)
    .map(({ confirmedAt, netMinor, valueMinor, ...order }) => ({
      orderId: order.orderId,
      confirmedAt: confirmedAt.getTime(),
      netMinor: Number(netMinor),
      valueMinor: Number(valueMinor),
    }));
  const trigger = purchases.findIndex((order) => order.orderId === orderId);
  const earlier = new Set(purchases.slice(0, trigger).map((order) => order.orderId));
  const recently = orders.filter(({ updatedAt }) => updatedAt.getTime() > NOW - RETURN_REMEMBERED_MS);
  return {
    newerPurchases: purchases.slice(trigger + 1),
    purchaseBefore: purchases[trigger - 1] ?? null,
    owned: [...new Set(orders.flatMap(({ owned }) => owned))],
    returned: [...new Set(recently.flatMap(({ returned }) => returned))],
    boughtBefore: [
      ...new Set(orders.filter((order) => earlier.has(order.orderId)).flatMap(({ basket }) => basket)),
    ],
    browsed: orders.flatMap(({ browsed }) => browsed),
  };
}

async function readSuppressions(sql: Sql, shopId: string, hashes: ReadonlyArray<string>, email: string) {
  const rows = await sql.$queryRaw<ReadonlyArray<{ readonly kind: SuppressionKind }>>`
    SELECT kind FROM "Suppression" WHERE "shopId" = ${shopId} AND "emailHash" = ANY(${hashes}::text[])
    UNION SELECT kind FROM "SuppressedDomain" WHERE "shopId" = ${shopId} AND "domainHash" = ${domainHashOf(email)}`;
  return rows.map(({ kind }) => kind);
}

async function readRecentSends(sql: Sql, shopId: string, personId: string) {
  const rows = await sql.$queryRaw<ReadonlyArray<{ readonly at: Date }>>`
    SELECT coalesce("sentAt", "attemptedAt") AS at FROM "Touch"
    WHERE "shopId" = ${shopId} AND "personId" = ${personId}
      AND state IN ('accepted', 'sending', 'ambiguous', 'withheld')
      AND coalesce("sentAt", "attemptedAt") > ${toIso(NOW - CAP_WINDOW_MS)}::timestamptz`;
  return rows.map(({ at }) => Math.min(at.getTime(), NOW));
}

async function readSettings(sql: Sql, shopId: string, version: number) {
  const rows = await sql.$queryRaw<ReadonlyArray<Shop & { readonly version: number; readonly text: string }>>`
    SELECT s."shopId", s."countryCode", s."uninstalledAt", s."historyUntil", s."settingsVersion", v.version,
      v.settings::text AS text
    FROM "Shop" s JOIN "SettingsVersion" v ON v."shopId" = s."shopId" AND v.version IN (s."settingsVersion", ${version}::int)
    WHERE s."shopId" = ${shopId}`;
  const newest = rows.find((row) => row.version === row.settingsVersion);
  const pinned = rows.find((row) => row.version === version);
  if (!newest || !pinned) throw new Error(`${shopId} has no settings version ${version}`);
  const historyUntil = newest.historyUntil === null ? null : new Date(newest.historyUntil).getTime();
  return {
    shop: { ...newest, historyUntil, settings: keptSettings(newest.text) },
    pinned: keptSettings(pinned.text),
  };
}

async function readPairings(
  sql: Sql,
  shopId: string,
  table: PairingTable,
  productIds: ReadonlyArray<string>,
) {
  const [found] = await sql.$queryRaw<
    ReadonlyArray<{
      readonly allBuyers: number;
      readonly rows: ReadonlyArray<Grades<PairingRow>>;
      readonly categories: ReadonlyArray<Grades<CategoryRow>>;
    }>
  >`
    SELECT m."allBuyers", (
      SELECT coalesce(jsonb_agg(to_jsonb(r)), '[]') FROM "PairingRow" r
      WHERE r."shopId" = ${shopId} AND r."table" = ${table} AND r.antecedent IN (
        SELECT number FROM "Product" WHERE "shopId" = ${shopId} AND "productId" = ANY(${productIds}::text[]))
    ) AS rows, (
      SELECT coalesce(jsonb_agg(to_jsonb(c)), '[]') FROM "CategoryPairingRow" c
      WHERE c."shopId" = ${shopId} AND c."table" = ${table} AND c.category IN (
        SELECT product ->> 'category' FROM "Product" WHERE "shopId" = ${shopId} AND "productId" = ANY(${productIds}::text[]))
    ) AS categories
    FROM "PairingMining" m WHERE m."shopId" = ${shopId} AND m."table" = ${table}`;
  if (!found) throw new Error(`nothing was mined for ${shopId}`);
  return {
    allBuyers: found.allBuyers,
    rows: found.rows.map((row) => ({ ...row, grades: row.grades.map(gradeOf) })),
    categories: found.categories.map((row) => ({ ...row, grades: row.grades.map(gradeOf) })),
  };
}

/** The products that the decision may look at, and which of these are alike. */
async function readProducts(
  sql: Sql,
  shopId: string,
  numbers: ReadonlyArray<number>,
  productIds: ReadonlyArray<string>,
) {
  const rows = await sql.$queryRaw<ReadonlyArray<{ readonly number: number; readonly product: Product }>>`
    SELECT number, product FROM "Product" WHERE "shopId" = ${shopId} AND NOT "isRemoved"
      AND (number = ANY(${[...new Set(numbers)]}::int[]) OR "productId" = ANY(${productIds}::text[]))`;
  const products = new Map<number, CatalogueProduct>();
  const likeness = createLikenessIndex();
  for (const { number, product } of rows) {
    const numbered = { ...product, number };
    products.set(number, numbered);
    likeness.put(numbered);
  }
  const byId = new Map(rows.map(({ number, product }) => [product.productId, number]));
  return { products, numbers: byId, likeness };
}
