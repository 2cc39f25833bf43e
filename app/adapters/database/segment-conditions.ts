import { Prisma } from '@prisma/client';
import type { Condition } from '#core/segments/own-segment';
import type { SegmentRow } from '#core/segments/segment-rows';
import { toIso, YEAR_MS, type Instant } from '#core/shared/time';
import { inShopCurrency } from './shop-currency';

const ORDER = Prisma.sql`"Order"`;

type Asked = { readonly shopId: string; readonly now: Instant };

/** A row as a question about the orders of one person, grouped. */
export type CountableRow = { readonly id: string; readonly holds: Prisma.Sql; readonly isAtMost: boolean };

/**
 * The rules of core/segments/match-segments as SQL. Tags and languages are Shopify's customer's, read when they are needed
 * and not kept: without them a row holds at most those whom the rest of it holds.
 * Out: null where nothing is left to count by.
 */
export function countableRow({ id, join, conditions }: SegmentRow, asked: Asked): CountableRow | null {
  const parts = conditions.map((condition) => conditionSql(condition, asked));
  const known = parts.filter((part) => part !== null);
  const isAtMost = known.length < parts.length;
  if (known.length === 0 || (isAtMost && join === 'any')) return null;
  return {
    id,
    isAtMost,
    holds: Prisma.sql`coalesce(${Prisma.join(known, join === 'all' ? ' AND ' : ' OR ')}, false)`,
  };
}

function conditionSql(condition: Condition, { shopId, now }: Asked): Prisma.Sql | null {
  switch (condition.fact) {
    case 'tag':
    case 'locale':
      return null;
    case 'order_count':
      return compared(Prisma.sql`count(*)`, condition);
    case 'total_spent':
      return compared(
        Prisma.sql`coalesce(sum("netMinor") FILTER (WHERE ${inShopCurrency(shopId, ORDER)}), 0)`,
        condition,
      );
    case 'mean_order_value':
      return answered(
        condition,
        Prisma.sql`avg("valueMinor") FILTER (WHERE ${inShopCurrency(shopId, ORDER)}
            AND "confirmedAt" > ${toIso(now - YEAR_MS)}::timestamptz)
          >= (SELECT "valueBorders"[${condition.value}::int] FROM "Shop" WHERE "shopId" = ${shopId})`,
      );
    case 'country':
      return answered(
        condition,
        Prisma.sql`lower((array_agg("order" ->> 'countryCode'
          ORDER BY "confirmedAt" DESC, length("orderId") DESC, "orderId" COLLATE "C" DESC))[1]) = lower(${condition.value}::text)`,
      );
    case 'product':
      return answered(
        condition,
        Prisma.sql`bool_or(owned && ARRAY(SELECT number FROM "Product"
          WHERE "shopId" = ${shopId} AND "productId" = ${condition.value}))`,
      );
    case 'category':
      return answered(
        condition,
        Prisma.sql`bool_or(owned && ARRAY(SELECT number FROM "Product" WHERE "shopId" = ${shopId}
          AND (product ->> 'category' = ${condition.value}
            OR starts_with(product ->> 'category', ${`${condition.value} > `}::text))))`,
      );
    case 'discount':
      return answered(condition, Prisma.sql`bool_or(("order" ->> 'discountUsed')::boolean)`);
  }
}

function compared(
  amount: Prisma.Sql,
  { is, value }: { is: 'at_least' | 'at_most'; value: number },
): Prisma.Sql {
  return is === 'at_least'
    ? Prisma.sql`${amount} >= ${value}::bigint`
    : Prisma.sql`${amount} <= ${value}::bigint`;
}

function answered({ is }: { is: 'is' | 'is_not' }, question: Prisma.Sql): Prisma.Sql {
  return is === 'is' ? Prisma.sql`(${question})` : Prisma.sql`(NOT (${question}))`;
}
