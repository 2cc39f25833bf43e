import type { CreditedOrder } from '#core/attribution/tally-credit';
import type { TouchNumber } from '#core/sequence/touch';
import type { Instant } from '#core/shared/time';
import type { LiftSlice } from './lift-store';

/** What a report looks at: from (exclusive) to until (inclusive), everybody or one segment at enrolment. */
export type ReportSlice = {
  readonly from: Instant;
  readonly until: Instant;
  readonly segment: string | null;
};

/** What became of the e-mails of one touch that went out in a period. Each e-mail counts once in each column. */
export type TouchTally = {
  readonly touchNumber: TouchNumber;
  readonly sent: number;
  readonly delivered: number; // by the provider's word, or because somebody opened or clicked it
  readonly opened: number; // by a person
  readonly machineOnly: number; // opened by machines and by no person
  readonly clicked: number; // by a person
  readonly bought: number; // it was the last to be clicked before an order
  readonly priced: number; // of those sent: about an order in the shop's present currency, which the money below is of
  readonly paid: number; // of these: with any revenue
  readonly revenueMinor: number; // in that currency, net of refunds
  readonly revenueSquares: number; // sum of each e-mail's revenue squared
};

/** What touch 3 made of first purchases, of e-mailed people whose touch 3 fell due in a period. */
export type SubscriptionCounts = {
  readonly firstPurchases: number; // enrolments by something that runs out, never had before, on no subscription
  readonly subscriptions: number; // of those, with an order on a selling plan credited to their touch 3
  readonly notKept: number; // enrolments from before it was kept what a subscription could bring
};

/** The way of the orders that were decided about in a period. Touches are those of emailed people only. */
export type FunnelCounts = {
  readonly orders: number | null; // decided about, history left out; null: a refused order is in no segment
  readonly enrolled: number; // both groups
  readonly enrolledEmailed: number;
  readonly planned: number;
  readonly sent: number;
  readonly clicked: number;
  readonly bought: number;
};

export interface ReportStore {
  touchTallies(shopId: string, slice: ReportSlice): Promise<ReadonlyArray<TouchTally>>;
  /** Orders in the shop's present currency whose last click was on an e-mail of the slice, with all touches clicked before them; the newest first. */
  creditedOrders(shopId: string, slice: ReportSlice): Promise<ReadonlyArray<CreditedOrder>>;
  /** How many more there are in another currency than the shop's present one: they are in no sum. */
  creditedInOtherCurrency(shopId: string, slice: ReportSlice): Promise<number>;
  /** What the emailed customers of a lift spent on orders with a click before them, in their days; minor units. */
  attributedToAnalysed(shopId: string, slice: LiftSlice): Promise<number>;
  subscriptionCounts(shopId: string, slice: ReportSlice): Promise<SubscriptionCounts>;
  funnelCounts(shopId: string, slice: ReportSlice): Promise<FunnelCounts>;
  /** Touches that were decided against or whose sequence ended before they went out; emailed people only. */
  suppressedTouches(shopId: string, slice: ReportSlice): Promise<number>;
  /** Addresses with an e-mail of ours sent in the period that unsubscribed or complained in it, after that e-mail. */
  peopleLost(
    shopId: string,
    slice: ReportSlice,
  ): Promise<{ readonly unsubscribed: number; readonly complained: number }>;
  /** Whether a provider ever told what became of an e-mail; the outbox folder never does. */
  hasDeliveryReports(shopId: string): Promise<boolean>;
  /** E-mails that left, or may have left, to people who are held out. Anything above 0 is a fault. */
  heldOutEmails(shopId: string): Promise<number>;
  /** Trigger orders of the enrolments that a segment held. */
  ordersOfSegment(shopId: string, segment: string): Promise<ReadonlySet<string>>;
  /** The segments that enrolments were in. */
  usedSegments(shopId: string): Promise<ReadonlyArray<string>>;
}
