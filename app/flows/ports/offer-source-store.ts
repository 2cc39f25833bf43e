import type { NumberedOverride } from '#core/affinity/override';
import type { CategoryRow, PairingRow, PairingTable } from '#core/affinity/pairing';
import type { KeptCatalogue } from '#core/catalogue/kept-catalogue';

/** Rows of one mined table; null: it is known that there is none. */
export type KnownPairings = {
  readonly allBuyers: number; // 0: nothing was mined yet
  readonly rows: ReadonlyMap<number, PairingRow | null>; // by antecedent
  readonly categories: ReadonlyMap<string, CategoryRow | null>;
};

/** What offers are chosen from, all of it as it was at one moment. */
export type OfferSources = {
  readonly catalogue: KeptCatalogue;
  /** What follows the products that were asked about, others perhaps as well. */
  readonly pairings: Readonly<Record<PairingTable, KnownPairings>>;
  /** The merchant's decisions about what follows them, those of other times included; by antecedent. */
  readonly overrides: Readonly<Record<PairingTable, ReadonlyMap<number, ReadonlyArray<NumberedOverride>>>>;
};

export interface OfferSourceStore {
  /**
   * For any number of touches one statement, as long as catalogue and pairings are as at the last look; what has
   * changed is read with it. In: shop, product ids that touches look up in each table.
   */
  offerSources(
    shopId: string,
    productIds: Readonly<Record<PairingTable, ReadonlySet<string>>>,
  ): Promise<OfferSources>;
}
