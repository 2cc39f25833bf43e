import { Prisma, type PrismaClient } from '@prisma/client';
import type { CatalogueProduct } from '#core/catalogue/product';
import { createLikenessIndex } from './likeness-index';
import { parseCatalogueProduct } from './parse-product';
import { asOwner } from './within-shop';

/** A catalogue of 10,000 products is about 10 MB; the shops asked for longest ago make room. */
const MOST_SHOPS = 20;

type Catalogue = {
  readonly products: Map<number, CatalogueProduct>;
  readonly numbers: Map<string, number>; // by product id, those not read yet included
  readonly likeness: ReturnType<typeof createLikenessIndex>;
};
type Known = Catalogue & { readonly installedAt: string | null; horizon: string };

/**
 * The catalogues of the shops that this process works for. Each look reads only what was written since the last one:
 * every row carries the transaction that wrote it, and the horizon is the oldest transaction that was still under way,
 * so that one that commits late is not missed. Exact after every change, by whichever process; a shop that was erased
 * and comes back begins anew. One statement that names its shop, read as the owner: it runs for every batch of touches.
 */
export function createCatalogueCache(prisma: PrismaClient) {
  const shops = new Map<string, Known>();
  return {
    /** A question for what has changed, to go out with others, and what to do with its answer. */
    ask(shopId: string): CatalogueQuestion {
      const kept = shops.get(shopId);
      return {
        kept: kept ?? null,
        column: changesColumn(shopId, kept?.horizon ?? '0'),
        take(changes) {
          if (kept && kept.installedAt !== changes.installedAt) {
            shops.delete(shopId);
            return null;
          }
          const known = withChanges(kept, changes);
          shops.delete(shopId);
          shops.set(shopId, known);
          for (const oldest of shops.keys()) if (shops.size > MOST_SHOPS) shops.delete(oldest);
          return known;
        },
      };
    },

    async upToDate(shopId: string): Promise<Catalogue> {
      const { column, take } = this.ask(shopId);
      const [found] = await asOwner(prisma).$queryRaw<ReadonlyArray<CatalogueAnswer>>`SELECT ${column}`;
      return (found && take(found.catalogue)) ?? this.upToDate(shopId);
    },
  };
}

export type CatalogueCache = ReturnType<typeof createCatalogueCache>;
export type CatalogueAnswer = { readonly catalogue: Changes };

type CatalogueQuestion = {
  readonly kept: Catalogue | null; // as of the last look
  readonly column: Prisma.Sql; // of a CatalogueAnswer
  readonly take: (changes: Changes) => Catalogue | null; // null: the shop has begun anew, ask again
};

type Changes = {
  readonly horizon: string;
  readonly installedAt: string | null;
  readonly rows: ReadonlyArray<{
    readonly number: number;
    readonly productId: string;
    readonly product: unknown;
    readonly isRemoved: boolean;
  }>;
};

function withChanges(kept: Known | undefined, changes: Changes): Known {
  const known = kept ?? {
    products: new Map(),
    numbers: new Map(),
    likeness: createLikenessIndex(),
    installedAt: changes.installedAt,
    horizon: '0',
  };
  for (const { number, productId, product, isRemoved } of changes.rows) {
    known.numbers.set(productId, number);
    const parsed = product === null ? null : parseCatalogueProduct(product, number);
    // What is sold no more is still owned, perhaps under a listing that has come in its place.
    if (parsed) known.likeness.put(parsed);
    if (isRemoved || parsed === null) known.products.delete(number);
    else known.products.set(number, parsed);
  }
  known.horizon = changes.horizon;
  return known;
}

/** The upper end leaves out nothing visible; a range with one end only makes the planner read the whole catalogue. */
function changesColumn(shopId: string, since: string): Prisma.Sql {
  return Prisma.sql`jsonb_build_object('horizon', pg_snapshot_xmin(pg_current_snapshot())::text,
    'installedAt', (SELECT "installedAt"::text FROM "Shop" WHERE "shopId" = ${shopId}),
    'rows', coalesce((
      SELECT jsonb_agg(jsonb_build_object('number', number, 'productId', "productId", 'product', product,
        'isRemoved', "isRemoved"))
      FROM "Product" WHERE "shopId" = ${shopId} AND "writtenIn" >= ${since}::text::bigint
        AND "writtenIn" < pg_snapshot_xmax(pg_current_snapshot())::text::bigint
    ), '[]')) AS catalogue`;
}
