import type { BasketColumns } from '#core/affinity/index-baskets';
import { toIso, type Instant } from '#core/shared/time';
import { parseBaskets, type WrittenBaskets } from './parse-baskets';
import type { Sql } from './within-shop';

/**
 * The counted baskets of a shop, by person, then time, then order id. All orders of a year: one text costs a third of as
 * many rows. The planner, who is not told the shop, expects few, and would look up each person by itself.
 */
export async function readBaskets(
  sql: Sql,
  shopId: string,
  from: Instant,
  to: Instant,
): Promise<BasketColumns> {
  await sql.$executeRaw`
    SELECT set_config('enable_nestloop', 'off', true), set_config('work_mem', '256MB', true),
      set_config('max_parallel_workers_per_gather', '0', true)`;
  const [all] = await sql.$queryRaw<ReadonlyArray<WrittenBaskets>>`
    SELECT count(*)::int AS baskets, coalesce(sum(cardinality(o.basket)), 0)::int AS items,
      coalesce(string_agg(p.number || ',' || array_to_string(o.basket, ','), ' '
        ORDER BY p.number, o."confirmedAt", length(o."orderId"), o."orderId" COLLATE "C"), '') AS written
    FROM "Order" o JOIN "Person" p ON p."shopId" = o."shopId" AND p."personId" = o."personId"
    WHERE o."shopId" = ${shopId} AND o."confirmedAt" >= ${toIso(from)}::timestamptz
      AND o."confirmedAt" < ${toIso(to)}::timestamptz AND cardinality(o.basket) > 0`;
  return parseBaskets(all ?? { baskets: 0, items: 0, written: '' });
}
