import type { Whom } from '#core/suppression/identity';
import type { Instant } from '#core/shared/time';

/** A row as it is kept, column by column. */
export type KeptRow = Readonly<Record<string, unknown>>;

/** Everything that the database keeps of some people: the rows themselves, so that no column is forgotten. */
export type PersonalData = {
  readonly people: ReadonlyArray<KeptRow>;
  readonly orders: ReadonlyArray<KeptRow>;
  readonly enrolments: ReadonlyArray<KeptRow>;
  readonly touches: ReadonlyArray<KeptRow>;
  readonly decisions: ReadonlyArray<KeptRow>;
  readonly emailEvents: ReadonlyArray<KeptRow>;
  readonly credits: ReadonlyArray<KeptRow>;
  readonly suppressions: ReadonlyArray<KeptRow>;
  readonly visitorOrders: ReadonlyArray<KeptRow>; // the browsers that their orders came from
  readonly productViews: ReadonlyArray<KeptRow>; // in those browsers
  readonly webhooks: ReadonlyArray<KeptRow>; // not worked off, or less than a week old
};

/** A customer who asked what is kept about them, and since when. */
export type DataRequest = { readonly customerId: string; readonly requestedAt: Instant };

/** What is kept of people: told, erased, and forgotten with time. */
export interface PrivacyStore {
  /** Everybody whom a customer id or an address names, by their own record or by an order of theirs. Out: person ids. */
  findPeople(shopId: string, whom: Whom): Promise<ReadonlyArray<string>>;
  personalData(shopId: string, personIds: ReadonlyArray<string>): Promise<PersonalData>;
  /** Makes nobody of those whom `findPeople` finds. Out: how many that were. */
  erasePeople(shopId: string, whom: Whom): Promise<number>;
  noteDataRequest(shopId: string, customerId: string, at: Instant): Promise<void>;
  openDataRequests(shopId: string): Promise<ReadonlyArray<DataRequest>>; // each customer once, oldest first
  answerDataRequests(shopId: string, customerIds: ReadonlyArray<string>, at: Instant): Promise<void>;
  redactCustomer(shopId: string, customerId: string | null, emailHash: string | null): Promise<void>;
  redactShop(shopId: string): Promise<void>;
  /** Ended touches before then that still say what was written. */
  touchesWithDetails(shopId: string, before: Instant): Promise<ReadonlyArray<string>>;
  /** Takes out of older decisions what they looked at, and out of older touches what was written. Out: how many rows. */
  forgetDetails(
    shopId: string,
    before: Instant,
  ): Promise<{ readonly decisions: number; readonly touches: number }>;
}
