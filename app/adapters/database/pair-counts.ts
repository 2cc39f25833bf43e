import type { PrismaClient } from '@prisma/client';
import { countShop, type ShopCounts } from '#core/affinity/count-shop';
import type { PairNow } from '#core/affinity/pairing';
import { EVER, toIso, type Instant } from '#core/shared/time';
import { inSlices } from '#flows/in-slices';
import type { CountStore } from '#flows/ports/count-store';
import {
  applyChange,
  changeBetween,
  countedFrom,
  groupByPerson,
  stopCounting,
  type OrderRow,
} from './count-changes';
import { readBaskets } from './read-baskets';
import { asOwner, withinShop, type Sql } from './within-shop';

const ROWS_PER_INSERT = 20_000;
/** Beyond this part of the window, counting anew is cheaper than taking away. */
const MOST_LEAVING = 0.5;

export function pairCountMethods(prisma: PrismaClient): CountStore {
  return {
    countAnew: (shopId, from) =>
      withinShop(prisma, shopId, async (sql) => {
        await countedFrom(sql, shopId);
        await countAnew(sql, shopId, from);
      }),

    stopCounting: (shopId) =>
      withinShop(prisma, shopId, async (sql) => {
        await countedFrom(sql, shopId);
        await stopCounting(sql, shopId);
      }),

    moveCountWindow: (shopId, to) =>
      withinShop(prisma, shopId, async (sql) => {
        const from = await countedFrom(sql, shopId);
        if (from === null || to < from) return false;
        if (to === from) return true;
        const [share] = await sql.$queryRaw<ReadonlyArray<{ readonly leaving: number }>>`
          SELECT count(*)::float8 / greatest((SELECT orders FROM "PairCounting" WHERE "shopId" = ${shopId}), 1) AS leaving
          FROM "Order" WHERE "shopId" = ${shopId} AND "confirmedAt" >= ${toIso(from)}::timestamptz
            AND "confirmedAt" < ${toIso(to)}::timestamptz AND cardinality(basket) > 0`;
        if ((share?.leaving ?? 1) > MOST_LEAVING) return false;
        const before = groupByPerson(await ordersOfLeaving(sql, shopId, { from, to, since: from }));
        const after = groupByPerson(await ordersOfLeaving(sql, shopId, { from, to, since: to }));
        const change = changeBetween(before, after);
        if (change === null) return false;
        await applyChange(sql, shopId, change);
        await sql.$executeRaw`
          UPDATE "PairCounting" SET "windowFrom" = ${toIso(to)}::timestamptz WHERE "shopId" = ${shopId}`;
        return true;
      }),

    // Every e-mail asks this before it goes out, so it goes out as the owner in one statement that names its shop.
    pairsNow: async (shopId, antecedent, consequents) => {
      const found = await asOwner(prisma).$queryRaw<ReadonlyArray<PairNow>>`
        SELECT k.people AS "allBuyers", coalesce(a.buyers, 0) AS buyers,
          jsonb_build_object('support', coalesce(s.same, 0), 'consequentBuyers', coalesce(b.buyers, 0)) AS "sameOrder",
          jsonb_build_object('support', coalesce(n.next, 0), 'consequentBuyers', coalesce(b.arriving, 0)) AS "nextOrder"
        FROM "PairCounting" k CROSS JOIN unnest(${[...consequents]}::int[]) WITH ORDINALITY AS c(consequent, place)
        LEFT JOIN "ProductCount" a ON a."shopId" = ${shopId} AND a.product = ${antecedent}
        LEFT JOIN "ProductCount" b ON b."shopId" = ${shopId} AND b.product = c.consequent
        LEFT JOIN "PairCount" s ON s."shopId" = ${shopId} AND s.antecedent = least(${antecedent}::int, c.consequent)
          AND s.consequent = greatest(${antecedent}::int, c.consequent)
        LEFT JOIN "PairCount" n ON n."shopId" = ${shopId} AND n.antecedent = ${antecedent} AND n.consequent = c.consequent
        WHERE k."shopId" = ${shopId} ORDER BY c.place`;
      return found.length === consequents.length ? found : null;
    },

    countChanges: (shopId) =>
      withinShop(prisma, shopId, async (sql) => {
        const [counting] = await sql.$queryRaw<ReadonlyArray<{ readonly changes: string }>>`
          SELECT changes::text FROM "PairCounting" WHERE "shopId" = ${shopId}`;
        return counting?.changes ?? null;
      }),

    keptCounts: (shopId, { one, of }) =>
      withinShop(prisma, shopId, async (sql) => {
        const [counting] = await sql.$queryRaw<
          ReadonlyArray<Pick<ShopCounts, 'people' | 'returning' | 'orders'>>
        >`SELECT people, "returning", orders FROM "PairCounting" WHERE "shopId" = ${shopId}`;
        const [products] = await sql.$queryRaw<ReadonlyArray<ShopCounts['products']>>`
          SELECT coalesce(array_agg(product ORDER BY product), '{}') AS product,
            coalesce(array_agg(buyers ORDER BY product), '{}') AS buyers,
            coalesce(array_agg(leaving ORDER BY product), '{}') AS leaving,
            coalesce(array_agg(arriving ORDER BY product), '{}') AS arriving
          FROM "ProductCount" WHERE "shopId" = ${shopId}`;
        const [pairs] = await sql.$queryRaw<ReadonlyArray<ShopCounts['pairs']>>`
          SELECT coalesce(array_agg(antecedent), '{}') AS antecedent, coalesce(array_agg(consequent), '{}') AS consequent,
            coalesce(array_agg(same), '{}') AS same, coalesce(array_agg(next), '{}') AS next
          FROM (SELECT * FROM "PairCount" WHERE "shopId" = ${shopId}
            AND antecedent IN (SELECT product FROM "ProductCount" WHERE "shopId" = ${shopId} AND product % ${of} = ${one})
            ORDER BY antecedent, consequent) p`;
        return counting && products && pairs ? { ...counting, products, pairs } : null;
      }),
  };
}

async function countAnew(sql: Sql, shopId: string, from: Instant): Promise<void> {
  await sql.$executeRaw`DELETE FROM "PairCount" WHERE "shopId" = ${shopId}`;
  await sql.$executeRaw`DELETE FROM "ProductCount" WHERE "shopId" = ${shopId}`;
  const baskets = await readBaskets(sql, shopId, from, EVER);
  await stopCounting(sql, shopId);
  const { people, returning, orders, products, pairs } = await inSlices(countShop(baskets));
  await sql.$executeRaw`
    INSERT INTO "PairCounting" ("shopId", "windowFrom", people, "returning", orders, changes)
    VALUES (${shopId}, ${toIso(from)}::timestamptz, ${people}, ${returning}, ${orders},
      (pg_current_xact_id()::text)::bigint)`;
  await sql.$executeRaw`
    INSERT INTO "ProductCount" ("shopId", product, buyers, leaving, arriving)
    SELECT ${shopId}, c.* FROM unnest(${literal(products.product)}::int[], ${literal(products.buyers)}::int[],
      ${literal(products.leaving)}::int[], ${literal(products.arriving)}::int[]) AS c`;
  for (let start = 0; start < pairs.antecedent.length; start += ROWS_PER_INSERT) {
    const part = (column: ArrayLike<number>) =>
      literal(Array.prototype.slice.call(column, start, start + ROWS_PER_INSERT));
    await sql.$executeRaw`
      INSERT INTO "PairCount" ("shopId", antecedent, consequent, same, next)
      SELECT ${shopId}, c.* FROM unnest(${part(pairs.antecedent)}::int[], ${part(pairs.consequent)}::int[],
        ${part(pairs.same)}::int[], ${part(pairs.next)}::int[]) AS c`;
  }
}

/** The orders since an instant of everybody who has one in the part of the window that leaves. */
async function ordersOfLeaving(
  sql: Sql,
  shopId: string,
  { from, to, since }: { readonly from: Instant; readonly to: Instant; readonly since: Instant },
): Promise<ReadonlyArray<OrderRow>> {
  return sql.$queryRaw`
    SELECT o."personId", o.basket FROM "Order" o
    WHERE o."shopId" = ${shopId} AND o."confirmedAt" >= ${toIso(since)}::timestamptz AND cardinality(o.basket) > 0
      AND o."personId" IN (SELECT l."personId" FROM "Order" l
        WHERE l."shopId" = ${shopId} AND l."confirmedAt" >= ${toIso(from)}::timestamptz
          AND l."confirmedAt" < ${toIso(to)}::timestamptz AND cardinality(l.basket) > 0)
    ORDER BY o."personId", o."confirmedAt", length(o."orderId"), o."orderId" COLLATE "C"`;
}

/** The cheapest text that the server reads as an array. */
function literal(numbers: ArrayLike<number>): string {
  return `{${Array.prototype.join.call(numbers, ',')}}`;
}
