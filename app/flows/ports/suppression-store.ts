import type { Instant } from '#core/shared/time';
import type { LoadPurchase } from '#core/suppression/simulate-load';
import type { SuppressionEntry, SuppressionSubject } from '#core/suppression/suppression-entry';
import type { Reason, SuppressionKind } from '#core/suppression/reasons';

/** What is on the list, without saying who: only hashes are kept. */
export type SuppressionListFacts = {
  readonly addresses: number; // distinct
  readonly domains: number;
  readonly newestImportAt: Instant | null;
};

/** Why and since when one address or domain is on the list. */
export type ListedSince = {
  readonly kind: SuppressionKind;
  readonly source: string;
  readonly at: Instant;
};

/** The suppression list as a merchant keeps it, and what suppression does in this shop. */
export interface SuppressionStore {
  suppressionList(shopId: string): Promise<SuppressionListFacts>;
  suppressionsOf(shopId: string, subject: SuppressionSubject): Promise<ReadonlyArray<ListedSince>>;
  /** How many of these are on the list already, for the same reason. */
  countListed(shopId: string, entries: ReadonlyArray<SuppressionEntry>): Promise<number>;
  /** All of them in one transaction, which waits for sendings under way and holds up later ones until it is over. */
  addSuppressions(
    shopId: string,
    entries: ReadonlyArray<SuppressionEntry>,
    source: string,
    at: Instant,
  ): Promise<void>;
  removeSuppressions(
    shopId: string,
    subject: SuppressionSubject,
    sources: ReadonlyArray<string>,
  ): Promise<number>;
  domainSuppressions(
    shopId: string,
    domainHashes: ReadonlyArray<string>,
  ): Promise<ReadonlyMap<string, ReadonlyArray<SuppressionKind>>>;
  /** Touches that were skipped or ended and orders that were refused since then, by reason. */
  stoppedByReason(shopId: string, since: Instant): Promise<ReadonlyMap<Reason, number>>;
  /** Qualifying purchases from `from` on, by person, each person's in time order. */
  purchasesByPerson(shopId: string, from: Instant): Promise<ReadonlyArray<ReadonlyArray<LoadPurchase>>>;
}
