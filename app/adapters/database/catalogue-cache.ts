import type { PrismaClient } from '@prisma/client';
import type { CatalogueProduct } from '#core/catalogue/product';
import { parseCatalogueProduct } from './parse-product';
import { withinShop } from './within-shop';

/** A catalogue of 10,000 products is about 10 MB; the shops asked for longest ago make room. */
const MOST_SHOPS = 20;

type Known = { readonly products: Map<number, CatalogueProduct>; horizon: string };

/**
 * The catalogues of the shops that this process works for. Each look reads only what was written since the last one:
 * every row carries the transaction that wrote it, and the horizon is the oldest transaction that was still under way,
 * so that one that commits late is not missed. Exact after every change, by whichever process.
 */
export function createCatalogueCache(prisma: PrismaClient) {
  const shops = new Map<string, Known>();
  return {
    async upToDate(shopId: string): Promise<ReadonlyMap<number, CatalogueProduct>> {
      const known = shops.get(shopId) ?? { products: new Map(), horizon: '0' };
      shops.delete(shopId);
      shops.set(shopId, known);
      for (const oldest of shops.keys()) if (shops.size > MOST_SHOPS) shops.delete(oldest);
      const { horizon, rows } = await readChanges(prisma, shopId, known.horizon);
      for (const { number, product, isRemoved } of rows) {
        if (isRemoved || product === null) known.products.delete(number);
        else known.products.set(number, parseCatalogueProduct(product, number));
      }
      known.horizon = horizon;
      return known.products;
    },
  };
}

type Changes = {
  readonly horizon: string;
  readonly rows: ReadonlyArray<{
    readonly number: number;
    readonly product: unknown;
    readonly isRemoved: boolean;
  }>;
};

function readChanges(prisma: PrismaClient, shopId: string, since: string): Promise<Changes> {
  return withinShop(prisma, shopId, async (sql) => {
    const [changes] = await sql.$queryRaw<ReadonlyArray<Changes>>`
      SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS horizon, coalesce((
        SELECT jsonb_agg(jsonb_build_object('number', number, 'product', product, 'isRemoved', "isRemoved"))
        FROM "Product" WHERE "shopId" = ${shopId} AND "writtenIn" >= ${since}::text::bigint
      ), '[]') AS rows`;
    return changes ?? { horizon: since, rows: [] };
  });
}
