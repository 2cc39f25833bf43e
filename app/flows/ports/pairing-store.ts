import type { NumberedOverride, PairingKey, PairingOverride } from '#core/affinity/override';
import type { PairingMining, PairingTable } from '#core/affinity/pairing';
import type { Instant } from '#core/shared/time';

/** A whole mined table, with the time of the mining. */
export type MinedTable = PairingMining & { readonly minedAt: Instant };

/** What the pairings screens read, and the merchant's own decisions about pairings. */
export interface PairingStore {
  minedTables(shopId: string): Promise<ReadonlyArray<MinedTable>>; // none before the first mining
  countedOrders(shopId: string, from: Instant, to: Instant): Promise<number>; // that mining would look at
  /** The decisions about what follows these products, those of other times included. */
  overridesOf(
    shopId: string,
    table: PairingTable,
    antecedentIds: ReadonlyArray<string>,
  ): Promise<ReadonlyArray<NumberedOverride>>;
  allOverrides(shopId: string): Promise<ReadonlyArray<NumberedOverride>>;
  /** Puts and takes back decisions in one transaction. Out: how those keys stood before, so that it can be undone. */
  changeOverrides(
    shopId: string,
    change: {
      readonly put: ReadonlyArray<PairingOverride>;
      readonly remove: ReadonlyArray<PairingKey>;
    },
  ): Promise<ReadonlyArray<PairingOverride>>;
}
