import type { NumberedOverride, PairingKey, PairingOverride } from '#core/affinity/override';
import type { PairingMining, PairingTable } from '#core/affinity/pairing';
import type { TouchNumber } from '#core/sequence/touch';
import type { Instant } from '#core/shared/time';

/** A whole mined table, with the time of the mining. */
export type MinedTable = PairingMining & { readonly minedAt: Instant };

/** E-mails, each counted once: sent, clicked by a person, followed by an order that is credited to it. */
export type PairingResult = { readonly sent: number; readonly clicked: number; readonly ordered: number };

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
  /** What e-mails of some touches that offered a product beside another have come to, sent after `from` until `until`. */
  pairingResult(
    shopId: string,
    pairing: Omit<PairingKey, 'table'> & { readonly touches: ReadonlyArray<TouchNumber> },
    slice: { readonly from: Instant; readonly until: Instant },
  ): Promise<PairingResult>;
  allOverrides(shopId: string): Promise<ReadonlyArray<NumberedOverride>>;
  /** Puts and takes back decisions in one transaction. Out: how those keys stood before, so that it can be undone. */
  changeOverrides(
    shopId: string,
    change: {
      readonly put: ReadonlyArray<PairingOverride>;
      readonly remove: ReadonlyArray<PairingKey>;
    },
  ): Promise<ReadonlyArray<PairingOverride>>;
  /**
   * Puts what `decide` makes of all decisions, in one transaction that no other change of them comes between. When it
   * throws, nothing is put.
   */
  putOverrides(
    shopId: string,
    decide: (overrides: ReadonlyArray<PairingOverride>) => Promise<ReadonlyArray<PairingOverride>>,
  ): Promise<void>;
}
