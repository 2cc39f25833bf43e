import type { Arm, CandidateTrace, Gate } from '#core/decide/trace';
import type { FirstOffer, OutcomeOrder } from '#core/lift/outcome';
import type { Order } from '#core/order/order';
import type { BuyerHistory } from '#core/recommend/score-signals';
import type { PlannedTouch, TouchNumber, TouchState } from '#core/sequence/touch';
import type { PurchaseAmounts, ValueBorders } from '#core/segments/customer-facts';
import type { Variation } from '#core/segments/settle-variation';
import type { Settings } from '#core/settings/settings';
import type { Instant } from '#core/shared/time';
import type { Reason, SuppressionKind } from '#core/suppression/reasons';

export type ShopDetails = {
  readonly name: string;
  readonly currency: string;
  readonly zone: string;
  readonly countryCode: string;
  readonly contactEmail: string;
  readonly postalAddress: string;
  readonly storeUrl: string; // https://shop.example
  readonly readsAllOrders: boolean; // false: Shopify shows the orders of the last 60 days only
};

export type Shop = ShopDetails & {
  readonly shopId: string; // x.myshopify.com
  readonly installedAt: Instant;
  readonly uninstalledAt: Instant | null;
  readonly sendingPaused: { readonly reason: Reason; readonly detail: string } | null;
  readonly historyUntil: Instant | null; // orders confirmed before it never enrol
  readonly settingsVersion: number; // newest
  readonly settings: Settings; // newest
};

/** Somebody who turned out to be another, whose everything they have become. */
export type Merge = {
  readonly from: string;
  readonly into: string;
  readonly arm: Arm | null; // the one drawn first; null: none was
  readonly isOfBothArms: boolean; // and so left out of the analysis
};

export type NewInboxRow = {
  readonly webhookId: string; // the sender's id of this delivery
  readonly naturalKey: string; // same event, whoever delivered it
  readonly topic: string;
  readonly payload: string;
  readonly triggeredAt: Instant | null;
  readonly receivedAt: Instant;
};

export type InboxRow = {
  readonly id: string;
  readonly shopId: string;
  readonly topic: string;
  readonly payload: string;
  readonly triggeredAt: Instant | null;
  readonly attempts: number;
};

/** An order with what core derived from it, ready to be kept. */
export type RecordedOrder = {
  readonly order: Order;
  readonly basket: ReadonlyArray<number>; // counted distinct product numbers; [] when the order does not count
  readonly owned: ReadonlyArray<number>; // product numbers that the buyer still has from it
  readonly returned: ReadonlyArray<number>; // product numbers that went back whole
  readonly isPurchase: boolean; // a qualifying purchase: exits, 14 days, segments
  readonly isGivenBack: boolean; // was one until it was refunded in full: the lift
  readonly valueMinor: number; // merchandise subtotal
  readonly netMinor: number; // value less refunds; 0 when cancelled
};

export type PurchaseFact = {
  readonly orderId: string;
  readonly confirmedAt: Instant;
  readonly netMinor: number;
  readonly valueMinor: number;
};

/** What a decision about enrolling needs besides the order itself. */
export type EnrolmentFacts = {
  readonly shop: Shop;
  readonly personId: string | null; // null: neither customer nor e-mail
  readonly arm: Arm | null; // fixed at the first eligible decision
  readonly isDecided: boolean; // this order was decided before
  readonly purchases: ReadonlyArray<PurchaseFact & PurchaseAmounts>; // qualifying, this one included, by time then id
  readonly suppressions: ReadonlyArray<SuppressionKind>;
  readonly running: {
    readonly enrolmentId: string;
    readonly orderId: string;
    readonly confirmedAt: Instant;
    readonly offeredProducts: ReadonlyArray<string>; // offered in accepted or withheld touches so far
  } | null;
  readonly valueBordersMinor: ValueBorders;
};

export type NewEnrolment = {
  readonly decision: DecisionRecord;
  /** null: refused; only the decision is kept. */
  readonly enrolment: {
    readonly enrolmentId: string;
    readonly orderId: string;
    readonly personId: string;
    readonly arm: Arm;
    readonly confirmedAt: Instant;
    readonly settingsVersion: number;
    readonly zone: string;
    readonly segments: ReadonlyArray<string>;
    readonly subscribable: ReadonlyArray<string>; // product ids of its order
    readonly touches: ReadonlyArray<
      PlannedTouch & { readonly touchId: string; readonly skipped: Reason | null }
    >;
  } | null;
  /** The running enrolment of the person ends with this reason in the same transaction. */
  readonly exit: { readonly enrolmentId: string; readonly reason: Reason } | null;
};

export type DecisionRecord = {
  readonly decisionId: string;
  readonly shopId: string;
  readonly orderId: string;
  readonly personId: string | null;
  readonly touchId: string | null; // null: the decision about enrolling
  readonly touchNumber: TouchNumber | null;
  readonly decidedAt: Instant;
  readonly verdict: 'enrol' | 'refuse' | 'send' | 'withhold' | 'skip' | 'defer' | 'exit';
  readonly reason: Reason | null;
  readonly arm: Arm | null;
  readonly settingsVersion: number;
  readonly rule: string; // the re-entry rule in force
  readonly gates: ReadonlyArray<Gate>;
  readonly candidates: CandidateTrace | null;
  readonly chosenProductId: string | null;
  readonly variation: Variation | null; // null: it was not asked for, or decided before this was kept
};

export type ClaimedTouch = {
  readonly shopId: string;
  readonly touchId: string;
  readonly enrolmentId: string;
  readonly orderId: string;
  readonly personId: string;
  readonly touchNumber: TouchNumber;
  readonly token: string;
};

/** A touch whose facts are asked for, with the domain of the address as Shopify tells it now. */
export type AskedTouch = { readonly touchId: string; readonly domainHash: string | null };

/** Everything about one touch that the store knows at the moment of deciding. */
export type TouchFacts = {
  readonly touchId: string;
  readonly touchNumber: TouchNumber;
  readonly dueAt: Instant; // first plan
  readonly windowEndsAt: Instant;
  readonly enrolmentId: string;
  readonly isEnrolmentLive: boolean;
  readonly exitReason: Reason | null;
  readonly orderId: string;
  readonly personId: string;
  readonly arm: Arm;
  readonly confirmedAt: Instant;
  readonly zone: string;
  readonly segments: ReadonlyArray<string>;
  readonly settingsVersion: number;
  readonly pinned: Settings; // of that version
  readonly suppressions: ReadonlyArray<SuppressionKind>;
  readonly newerPurchases: ReadonlyArray<PurchaseFact>; // after the trigger order
  readonly purchaseBefore: { readonly orderId: string; readonly confirmedAt: Instant } | null; // the last before the trigger
  readonly owned: ReadonlyArray<number>; // product numbers from all the person's orders
  readonly boughtBefore: ReadonlyArray<number>; // product numbers from the person's purchases before the trigger
  readonly browsed: BuyerHistory['browsed']; // in the 30 days before the trigger, each product once, its last look
  readonly returned: ReadonlyArray<number>; // and those given back a short while ago
  readonly recentSends: ReadonlyArray<Instant>; // last 168 h, withheld counted for the holdout
  readonly engagement: ReadonlyArray<DeliveredTouch>; // newest first
  readonly earlierTouches: ReadonlyArray<EarlierTouch>; // of this enrolment
};

export type DeliveredTouch = {
  readonly deliveredAt: Instant;
  readonly humanOpen: boolean;
  readonly machineOpen: boolean;
  readonly verifiedClick: boolean;
  readonly orderAfter: boolean;
};

export type EarlierTouch = {
  readonly touchNumber: TouchNumber;
  readonly state: TouchState;
  readonly productId: string | null;
  readonly productTitle: string | null;
  readonly clickedByPerson: boolean;
};

/** What must still be true in the transaction that turns a claim into a sending. */
export type SendGate = {
  readonly now: Instant;
  readonly emailHash: string;
  readonly domainHash: string; // of the part after the @
  readonly capPer168Hours: number;
  readonly to: 'sending' | 'withheld';
  readonly offer: TouchOfferRecord;
};

export type TouchOfferRecord = {
  readonly productId: string;
  readonly anchorProductId: string; // of the order, beside which it is offered
  readonly variantId: string | null;
  readonly sellingPlanId: string | null;
  readonly productPriceMinor: number | null;
  readonly priceBaseMinor: number;
  readonly orderSubtotalMinor: number;
  readonly subject: string;
};

export type TouchOutcome =
  | { readonly state: 'accepted'; readonly at: Instant; readonly messageId: string }
  | {
      readonly state: 'failed' | 'ambiguous' | 'skipped' | 'exited';
      readonly at: Instant;
      readonly reason: string;
    }
  | { readonly state: 'due'; readonly at: Instant; readonly dueAt: Instant; readonly reason: string };

export type EmailEvent = {
  readonly touchId: string;
  readonly kind:
    | 'processed'
    | 'deferred'
    | 'delivered'
    | 'open'
    | 'click'
    | 'bounce'
    | 'dropped'
    | 'spamreport'
    | 'unsubscribe';
  readonly at: Instant;
  readonly naturalKey: string; // deduplicates
  readonly isMachine: boolean; // machine open, bot click
  readonly isTemporary: boolean; // a block, not a hard bounce
};

/** One customer of the experiment: assigned once, followed from the first eligible decision. */
export type LiftUnit = {
  readonly personId: string;
  readonly arm: Arm;
  readonly isOfBothArms: boolean; // drawn, but not analysed
  readonly period: number; // of the experiment: the settings version that began it
  readonly segments: ReadonlyArray<string>; // at the first enrolment
  readonly enrolledAt: Instant;
  readonly triggerOrderId: string;
  readonly firstOffer: FirstOffer | null;
  readonly isMailed: boolean; // held out, and an email left to them or may have
  readonly linkedAt: ReadonlyArray<Instant>; // of the held out: orders out of a cart that a link of an email opened
  readonly orders: ReadonlyArray<OutcomeOrder>; // trigger included, by time
};
