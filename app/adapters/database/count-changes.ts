import {
  changePerson,
  isNothing,
  noCounts,
  pairsTouched,
  productsOfKey,
  type History,
  type PairingCounts,
} from '#core/affinity/customer-counts';
import { toIso, type Instant } from '#core/shared/time';
import { lockCounts } from './lock';
import type { Buyer } from './plan-people';
import type { Sql } from './within-shop';

type Histories = ReadonlyMap<string, History>;
type Whom = { readonly orderIds: ReadonlyArray<string>; readonly buyers: ReadonlyArray<Buyer> };

/**
 * Changes orders of some people and, in the same transaction, the counts of pairs by what that makes of these people's
 * histories. One transaction of a shop does so at a time, so that nobody's history moves between the two looks.
 * Where a shop is not counted order by order yet (before its history is in) only the change is made.
 */
export async function countWhile<T>(
  sql: Sql,
  shopId: string,
  whom: Whom,
  change: () => Promise<T>,
): Promise<T> {
  const from = await countedFrom(sql, shopId);
  if (from === null) return change();
  const before = await readHistories(sql, shopId, from, whom, []);
  const done = await change();
  // Whoever was looked at before, for a merge may have left them without a name to find them by.
  const after = await readHistories(sql, shopId, from, whom, [...before.keys()]);
  const counted = changeBetween(before, after);
  if (counted === null) await stopCounting(sql, shopId);
  else await applyChange(sql, shopId, counted);
  return done;
}

/**
 * Waits for other changes of the shop's counts. Out: the instant (ms) that they begin with; null: not counted so.
 */
export async function countedFrom(sql: Sql, shopId: string): Promise<Instant | null> {
  await lockCounts(sql, shopId);
  const [counting] = await sql.$queryRaw<ReadonlyArray<{ readonly windowFrom: Date }>>`
    SELECT "windowFrom" FROM "PairCounting" WHERE "shopId" = ${shopId}`;
  return counting?.windowFrom.getTime() ?? null;
}

/** A change that touches more pairs than this would hold up every other order of the shop for seconds. */
const MOST_PAIRS_TOUCHED = 1_000_000;

/** What the change of some people's histories changes; null: too much to be counted while others wait. */
export function changeBetween(before: Histories, after: Histories): PairingCounts | null {
  const people = [...new Set([...before.keys(), ...after.keys()])].map(
    (personId) => [before.get(personId) ?? [], after.get(personId) ?? []] as const,
  );
  const touched = people.reduce((sum, [was, is]) => sum + pairsTouched(was, is), 0);
  if (touched > MOST_PAIRS_TOUCHED) return null;
  const change = noCounts();
  for (const [was, is] of people) changePerson(change, was, is);
  return change;
}

/** The shop is mined from its orders until the night counts it anew: whatever is wrong with counts, an order is kept. */
export async function stopCounting(sql: Sql, shopId: string): Promise<void> {
  await sql.$executeRaw`DELETE FROM "PairCounting" WHERE "shopId" = ${shopId}`;
}

async function readHistories(
  sql: Sql,
  shopId: string,
  from: Instant,
  { orderIds, buyers }: Whom,
  known: ReadonlyArray<string>,
): Promise<Histories> {
  const customerIds = [...new Set(buyers.map((buyer) => buyer.customerId).filter((id) => id !== null))];
  const hashes = [...new Set(buyers.map((buyer) => buyer.emailHash).filter((hash) => hash !== null))];
  const guests = buyers.filter((buyer) => buyer.customerId === null).map((buyer) => buyer.emailHash);
  return groupByPerson(
    await sql.$queryRaw<ReadonlyArray<OrderRow>>`
      WITH who AS MATERIALIZED (
        SELECT "personId" FROM "Person" WHERE "shopId" = ${shopId} AND "customerId" = ANY(${customerIds}::text[])
        UNION SELECT "personId" FROM "Person" WHERE "shopId" = ${shopId} AND "emailHash" = ANY(${hashes}::text[])
        UNION SELECT "personId" FROM "Order"
          WHERE "shopId" = ${shopId} AND "emailHash" = ANY(${guests}::text[]) AND "order" ->> 'customerId' IS NULL
        UNION SELECT "personId" FROM "Order" WHERE "shopId" = ${shopId} AND "orderId" = ANY(${[...orderIds]}::text[])
        UNION SELECT unnest(${[...known]}::text[]))
      SELECT o."personId", o.basket FROM who CROSS JOIN LATERAL (
        SELECT "personId", basket, "confirmedAt", "orderId" FROM "Order"
        WHERE "shopId" = ${shopId} AND "personId" = who."personId"
          AND "confirmedAt" >= ${toIso(from)}::timestamptz AND cardinality(basket) > 0) o
      ORDER BY o."personId", o."confirmedAt", length(o."orderId"), o."orderId" COLLATE "C"`,
  );
}

export type OrderRow = { readonly personId: string; readonly basket: ReadonlyArray<number> };

/** In: orders by person, then time. */
export function groupByPerson(rows: ReadonlyArray<OrderRow>): Histories {
  const histories = new Map<string, Array<ReadonlyArray<number>>>();
  for (const { personId, basket } of rows) {
    const history = histories.get(personId);
    if (history) history.push(basket);
    else histories.set(personId, [basket]);
  }
  return histories;
}

/** Adds a change to the counts that are kept, in the order of their keys; what comes to nothing goes. */
export async function applyChange(sql: Sql, shopId: string, change: PairingCounts): Promise<void> {
  if (isNothing(change)) return;
  const pairs = [...change.pairs].sort(([a], [b]) => a - b);
  const products = [...change.products].sort(([a], [b]) => a - b);
  const antecedents = pairs.map(([key]) => productsOfKey(key)[0]);
  const consequents = pairs.map(([key]) => productsOfKey(key)[1]);
  await sql.$executeRaw`
    INSERT INTO "PairCount" AS kept ("shopId", antecedent, consequent, same, next)
    SELECT ${shopId}, c.antecedent, c.consequent, c.same, c.next
    FROM unnest(${antecedents}::int[], ${consequents}::int[], ${pairs.map(([, { same }]) => same)}::int[],
      ${pairs.map(([, { next }]) => next)}::int[]) AS c(antecedent, consequent, same, next)
    ON CONFLICT ("shopId", antecedent, consequent)
      DO UPDATE SET same = kept.same + excluded.same, next = kept.next + excluded.next`;
  await sql.$executeRaw`
    INSERT INTO "ProductCount" AS kept ("shopId", product, buyers, leaving, arriving)
    SELECT ${shopId}, c.product, c.buyers, c.leaving, c.arriving
    FROM unnest(${products.map(([product]) => product)}::int[], ${products.map(([, { buyers }]) => buyers)}::int[],
      ${products.map(([, { leaving }]) => leaving)}::int[], ${products.map(([, { arriving }]) => arriving)}::int[]
    ) AS c(product, buyers, leaving, arriving)
    ON CONFLICT ("shopId", product) DO UPDATE SET buyers = kept.buyers + excluded.buyers,
      leaving = kept.leaving + excluded.leaving, arriving = kept.arriving + excluded.arriving`;
  if (pairs.some(([, { same, next }]) => same < 0 || next < 0))
    await sql.$executeRaw`
      DELETE FROM "PairCount" p USING unnest(${antecedents}::int[], ${consequents}::int[]) AS c(antecedent, consequent)
      WHERE p."shopId" = ${shopId} AND p.antecedent = c.antecedent AND p.consequent = c.consequent
        AND p.same = 0 AND p.next = 0`;
  if (products.some(([, { buyers }]) => buyers < 0))
    await sql.$executeRaw`
      DELETE FROM "ProductCount" WHERE "shopId" = ${shopId}
        AND product = ANY(${products.map(([product]) => product)}::int[]) AND buyers = 0`;
  await sql.$executeRaw`
    UPDATE "PairCounting" SET people = people + ${change.people}, "returning" = "returning" + ${change.returning},
      orders = orders + ${change.orders}, changes = changes + 1
    WHERE "shopId" = ${shopId}`;
}
