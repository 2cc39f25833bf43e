import { lockProductNumbers } from './lock';
import type { Sql } from './within-shop';

/**
 * The small numbers that mining uses for products, dense from 0 in each shop. New products get the next ones; known
 * ones cost one read and no lock.
 */
export async function assignProductNumbers(
  sql: Sql,
  shopId: string,
  productIds: ReadonlyArray<string>,
): Promise<ReadonlyMap<string, number>> {
  const wanted = [...new Set(productIds)].sort();
  const known = await readNumbers(sql, shopId, wanted);
  if (known.size === wanted.length) return known;

  await lockProductNumbers(sql, shopId);
  await sql.$executeRaw`
    INSERT INTO "Product" ("shopId", "productId", number)
    SELECT ${shopId}, fresh.id, taken.count + row_number() OVER (ORDER BY fresh.place) - 1
    FROM unnest(${wanted}::text[]) WITH ORDINALITY AS fresh(id, place)
    CROSS JOIN (SELECT coalesce(max(number) + 1, 0) AS count FROM "Product" WHERE "shopId" = ${shopId}) taken
    WHERE NOT EXISTS (SELECT FROM "Product" p WHERE p."shopId" = ${shopId} AND p."productId" = fresh.id)`;
  return readNumbers(sql, shopId, wanted);
}

async function readNumbers(
  sql: Sql,
  shopId: string,
  productIds: ReadonlyArray<string>,
): Promise<ReadonlyMap<string, number>> {
  const rows = await sql.$queryRaw<ReadonlyArray<{ readonly productId: string; readonly number: number }>>`
    SELECT "productId", number FROM "Product"
    WHERE "shopId" = ${shopId} AND "productId" = ANY(${[...productIds]}::text[])`;
  return new Map(rows.map((row) => [row.productId, row.number]));
}
