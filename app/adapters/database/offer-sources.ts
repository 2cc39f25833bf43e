import type { PrismaClient } from '@prisma/client';
import type { NumberedOverride } from '#core/affinity/override';
import type { PairingTable } from '#core/affinity/pairing';
import type { KeptCatalogue } from '#core/catalogue/kept-catalogue';
import type { OfferSourceStore } from '#flows/ports/offer-source-store';
import type { CatalogueAnswer, CatalogueCache } from './catalogue-cache';
import { knows, type MiningAnswer, type PairingCache } from './pairing-cache';
import { overridesColumn, parseOverride, type OverrideAnswer } from './pairing-overrides';
import { asOwner } from './within-shop';

type Answer = CatalogueAnswer & {
  readonly sameOrder: MiningAnswer | null;
  readonly nextOrder: MiningAnswer | null;
  readonly sameOrderOverrides: ReadonlyArray<OverrideAnswer>;
  readonly nextOrderOverrides: ReadonlyArray<OverrideAnswer>;
};

/** Every batch of touches asks this, so it goes out as the owner in one statement that names its shop. */
export function offerSourceMethods(
  prisma: PrismaClient,
  catalogues: CatalogueCache,
  pairings: PairingCache,
): OfferSourceStore {
  return {
    async offerSources(shopId, productIds) {
      const { kept, ...changes } = catalogues.ask(shopId);
      const before = kept ?? (await catalogues.upToDate(shopId));
      const wanted = (table: PairingTable, catalogue: KeptCatalogue) =>
        lookedUp(productIds[table], catalogue);
      const sameOrder = pairings.ask(shopId, 'same_order', wanted('same_order', before));
      const nextOrder = pairings.ask(shopId, 'next_order', wanted('next_order', before));
      const [answer] = await asOwner(prisma).$queryRaw<ReadonlyArray<Answer>>`
        SELECT ${changes.column}, ${sameOrder.column} AS "sameOrder", ${nextOrder.column} AS "nextOrder",
          ${overridesColumn(shopId, 'same_order', productIds.same_order)} AS "sameOrderOverrides",
          ${overridesColumn(shopId, 'next_order', productIds.next_order)} AS "nextOrderOverrides"`;
      const catalogue = answer ? changes.take(answer.catalogue) : null;
      const same = sameOrder.take(answer?.sameOrder ?? null);
      const next = nextOrder.take(answer?.nextOrder ?? null);
      const isComplete =
        answer &&
        catalogue &&
        same &&
        next &&
        knows(same, wanted('same_order', catalogue)) &&
        knows(next, wanted('next_order', catalogue));
      // A product that is new or has changed its category, or a new mining: now it is known what to ask for.
      if (!isComplete) return this.offerSources(shopId, productIds);
      return {
        catalogue,
        pairings: { same_order: same, next_order: next },
        overrides: {
          same_order: byAntecedent(answer.sameOrderOverrides),
          next_order: byAntecedent(answer.nextOrderOverrides),
        },
      };
    },
  };
}

function lookedUp(productIds: ReadonlySet<string>, { numbers, products }: KeptCatalogue) {
  const found = [...productIds].map((id) => numbers.get(id)).filter((number) => number !== undefined);
  const categories = found.map((number) => products.get(number)?.category ?? null);
  return { numbers: found, categories: [...new Set(categories.filter((category) => category !== null))] };
}

function byAntecedent(
  answers: ReadonlyArray<OverrideAnswer>,
): ReadonlyMap<number, ReadonlyArray<NumberedOverride>> {
  return Map.groupBy(answers.map(parseOverride), ({ antecedent }) => antecedent);
}
