import type { Arm } from '#core/decide/trace';
import type { TouchNumber, TouchState } from '#core/sequence/touch';
import type { Instant } from '#core/shared/time';
import type { Reason } from '#core/suppression/reasons';
import type { DecisionRecord, EmailEvent } from '../records';

/** The one outcome that a merchant sees of a touch. */
export const OUTCOMES = ['sent', 'held_out', 'skipped', 'waiting', 'failed'] as const;

export type Outcome = (typeof OUTCOMES)[number];

/** What came of an e-mail, as Reports counts it. */
export const ANSWERS = ['delivered', 'opened', 'clicked', 'bought'] as const;

export type Answer = (typeof ANSWERS)[number];

/** What became of one touch, or of an order that started none. */
export type ActivityRow = {
  readonly id: string; // of the touch, or of the decision that refused
  readonly kind: 'touch' | 'refusal';
  readonly outcome: Outcome;
  readonly at: Instant; // when it came to where it stands
  readonly orderId: string;
  readonly orderName: string; // '' when it is not known any more
  readonly personId: string | null;
  readonly touchNumber: TouchNumber | null;
  readonly reason: string | null; // of the closed list; of a failure the provider's own words
  readonly dueAt: Instant | null; // of a touch that waits
  readonly productTitle: string | null;
  readonly decisionId: string | null; // the last one that led here
};

/** Where a page of the activity ended; the next one begins behind it. */
export type ActivityCursor = { readonly at: Instant; readonly id: string };

export type ActivityFilter = {
  readonly outcomes: ReadonlyArray<Outcome>;
  readonly reason: Reason | null;
  readonly touchNumber: TouchNumber | null; // null: of all touches, and orders that started none
  readonly answer: Answer | null; // null: whatever came of it
  readonly orderIds: ReadonlyArray<string> | null; // null: of all orders
  readonly since: Instant | null; // inclusive; null: from the beginning
};

/** Whom somebody looks for; each way of naming them adds what it finds. */
export type ActivitySearch = {
  readonly orderNames: ReadonlyArray<string>;
  readonly customerId: string | null;
  readonly emailHash: string | null;
};

/** Everything that is kept of one person, as it was stored when it happened. Each list by time. */
export type PersonStory = {
  readonly personId: string;
  readonly customerId: string | null;
  readonly arm: Arm | null;
  readonly hasAddress: boolean;
  readonly orders: ReadonlyArray<StoryOrder>;
  readonly enrolments: ReadonlyArray<StoryEnrolment>;
  readonly touches: ReadonlyArray<StoryTouch>;
  readonly decisions: ReadonlyArray<DecisionRecord>; // the newest ones, at most MOST_DECISIONS
  readonly decisionsLeftOut: number;
  readonly events: ReadonlyArray<Pick<EmailEvent, 'touchId' | 'kind' | 'at' | 'isMachine'>>;
  readonly suppressions: ReadonlyArray<{
    readonly kind: string;
    readonly source: string;
    readonly at: Instant;
  }>;
  readonly titles: Readonly<Record<string, string>>; // of the products that were chosen, by product id
};

export type StoryOrder = {
  readonly orderId: string;
  readonly name: string;
  readonly at: Instant;
  readonly cancelledAt: Instant | null;
  readonly valueMinor: number;
  readonly currency: string;
  readonly lineTitles: ReadonlyArray<string>;
  readonly creditTouchId: string | null; // the touch that it is attributed to
};

export type StoryEnrolment = {
  readonly enrolmentId: string;
  readonly orderId: string;
  readonly enrolledAt: Instant;
  readonly arm: Arm;
  readonly segments: ReadonlyArray<string>;
  readonly isLive: boolean;
  readonly endedAt: Instant | null;
  readonly exitReason: Reason | null;
};

export type StoryTouch = {
  readonly touchId: string;
  readonly enrolmentId: string;
  readonly orderId: string;
  readonly touchNumber: TouchNumber;
  readonly state: TouchState;
  readonly reason: string | null;
  readonly dueAt: Instant;
  readonly at: Instant;
};

/** What the activity screens read. */
export interface ActivityStore {
  /** Newest first, behind the cursor; each touch once, and each order that was refused once. */
  listActivity(
    shopId: string,
    filter: ActivityFilter,
    page: { readonly after: ActivityCursor | null; readonly limit: number },
  ): Promise<ReadonlyArray<ActivityRow>>;
  /** How many rows each outcome has, counted up to `most` and one more. */
  countActivity(
    shopId: string,
    filter: Omit<ActivityFilter, 'outcomes'>,
    most: number,
  ): Promise<Readonly<Record<Outcome, number>>>;
  findActivityOrders(shopId: string, search: ActivitySearch, limit: number): Promise<ReadonlyArray<string>>; // ids
  personStory(shopId: string, personId: string): Promise<PersonStory | null>;
  addressesOf(shopId: string, personId: string): Promise<ReadonlyArray<string>>; // hashes
  productTitles(shopId: string, productIds: ReadonlyArray<string>): Promise<Readonly<Record<string, string>>>;
  orderNames(shopId: string, orderIds: ReadonlyArray<string>): Promise<Readonly<Record<string, string>>>;
}
