import type { BasketColumns } from '#core/affinity/index-baskets';
import type { CategoryRow, LearnedTable, PairingRow, PairingTable } from '#core/affinity/pairing';
import type { Instant } from '#core/shared/time';

/** What pairings are learned from, and what was learned, as decisions ask for it. */
export interface MiningStore {
  minedBaskets(shopId: string, from: Instant, to: Instant): Promise<MinedBaskets>;
  replacePairings(shopId: string, mining: LearnedTable, now: Instant): Promise<void>;
  pairingRows(
    shopId: string,
    table: PairingTable,
    numbers: ReadonlyArray<number>,
    categories: ReadonlyArray<string>,
  ): Promise<PairingRows>;
}

export type MinedBaskets = {
  /** Ordered by person, then time, then order id; `products` are the counted distinct product numbers. */
  readonly baskets: BasketColumns;
};

export type PairingRows = {
  readonly allBuyers: number;
  readonly rows: ReadonlyArray<PairingRow>;
  readonly categories: ReadonlyArray<CategoryRow>;
};
