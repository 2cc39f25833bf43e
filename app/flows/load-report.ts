import type { Interval } from '#core/lift/per-arm';
import { describeBenchmarks, type ReportBenchmarks } from '#core/lift/published-benchmarks';
import { rateOfArm } from '#core/lift/repeat-rate';
import { measureRevenuePerEmail, type RevenuePerEmail } from '#core/lift/revenue-per-email';
import type { TouchNumber } from '#core/sequence/touch';
import type { Instant } from '#core/shared/time';
import { describeLift, type LiftView } from './describe-lift';
import type { Tools } from './ports';
import type { FunnelCounts, SubscriptionCounts, TouchTally } from './ports/report-store';
import { sliceOf, type ReportChoice, type ReportPeriod } from './report-choice';
import { reportCredit, type Attributed } from './report-credit';
import { findLift, type LiftOutlook } from './report-lift';

/** A share of e-mails with its 95 % score interval; null: nothing to take a share of, or nobody reports it. */
export type Share = { readonly count: number; readonly rate: number; readonly interval: Interval } | null;

/** What became of the e-mails of one touch. `base` says what opened, clicked and bought are shares of. */
export type TouchView = {
  readonly touchNumber: TouchNumber;
  readonly sent: number;
  readonly delivered: Share; // of sent
  readonly base: 'delivered' | 'sent';
  readonly baseCount: number;
  readonly opened: Share;
  readonly machineOnly: Share;
  readonly clicked: Share;
  readonly bought: Share;
  readonly boughtOfClicked: Share;
  readonly revenuePerEmail: RevenuePerEmail | null; // of those priced, the last click counts; null: there is none
};

/** All touches together. */
export type TotalsView = {
  readonly bought: Share; // of delivered, or else of sent
  readonly revenuePerEmail: RevenuePerEmail | null;
  readonly subscribed: Share; // of first purchases of what runs out
  readonly firstPurchases: number;
  readonly firstPurchasesNotKept: number;
};

export type Report = {
  readonly shopName: string;
  readonly currency: string;
  readonly period: ReportPeriod;
  readonly segment: string | null;
  readonly segments: ReadonlyArray<string>;
  readonly from: Instant | null;
  readonly until: Instant;
  readonly lift: LiftView;
  readonly outlook: LiftOutlook | null;
  readonly touches: ReadonlyArray<TouchView>;
  readonly totals: TotalsView;
  readonly benchmarks: ReportBenchmarks;
  readonly sent: number;
  readonly suppressed: number;
  readonly unsubscribed: Share; // people, of e-mails delivered or else sent
  readonly complained: Share;
  readonly base: 'delivered' | 'sent';
  readonly funnel: FunnelCounts;
  readonly attributed: Attributed;
  /** Of the period, in no money: attributed orders, and e-mails about an order, in another currency than the shop's. */
  readonly inOtherCurrency: { readonly orders: number; readonly emails: number };
  readonly heldOutEmails: number;
};

/**
 * Everything that Reports shows and Home quotes. Sends count by when they left, the funnel by when orders were decided
 * about; the lift is of everybody since the start.
 * In: shop, period in days or `all`, segment at enrolment or null, credit model, now (ms). Out: the report; null for an
 * unknown shop.
 */
export async function loadReport(
  { store }: Pick<Tools, 'store'>,
  input: ReportChoice & { readonly shopId: string; readonly now: Instant },
): Promise<Report | null> {
  const { shopId, period, segment, model, now } = input;
  const slice = sliceOf({ period, segment }, now);
  const from = period === 'all' ? null : slice.from;
  const shop = await store.findShop(shopId);
  const lift = await findLift({ store }, { shopId, asOf: now, segment });
  if (!shop || !lift) return null;
  const [
    tallies,
    otherOrders,
    funnel,
    suppressed,
    lost,
    isReported,
    heldOutEmails,
    segments,
    subscriptions,
    newest,
  ] = await Promise.all([
    store.touchTallies(shopId, slice),
    store.creditedInOtherCurrency(shopId, slice),
    store.funnelCounts(shopId, slice),
    store.suppressedTouches(shopId, slice),
    store.peopleLost(shopId, slice),
    store.hasDeliveryReports(shopId),
    store.heldOutEmails(shopId),
    store.usedSegments(shopId),
    store.subscriptionCounts(shopId, slice),
    store.newestSettings(shopId),
  ]);
  const total = (column: 'sent' | 'delivered' | 'priced') =>
    tallies.reduce((sum, tally) => sum + tally[column], 0);
  const base = isReported ? 'delivered' : 'sent';
  const sent = total('sent');
  const described = describeLift(lift);
  const totals = describeTotals(tallies, subscriptions, base);
  const perEmailMinor = totals.revenuePerEmail?.meanMinor ?? null;
  return {
    shopName: shop.name,
    currency: shop.currency,
    period,
    segment,
    segments,
    from,
    until: now,
    lift: described,
    outlook: lift.outlook,
    touches: ([1, 2, 3] as const).map((touchNumber) =>
      describeTouch(tallies.find((tally) => tally.touchNumber === touchNumber) ?? none(touchNumber), base),
    ),
    totals,
    benchmarks: describeBenchmarks(newest.settings.benchmarks, shop.currency),
    sent,
    suppressed,
    unsubscribed: shareOf(lost.unsubscribed, total(base)),
    complained: isReported ? shareOf(lost.complained, total(base)) : null,
    base,
    funnel,
    attributed: await reportCredit({ store }, { shopId, slice, model, perEmailMinor, lift: described }),
    inOtherCurrency: { orders: otherOrders, emails: sent - total('priced') },
    heldOutEmails,
  };
}

function describeTouch(tally: TouchTally, base: 'delivered' | 'sent'): TouchView {
  const baseCount = tally[base];
  // Opens and deliveries are the provider's to tell; without it they are unknown and not zero.
  const reported = (count: number, of: number) => (base === 'delivered' ? shareOf(count, of) : null);
  return {
    touchNumber: tally.touchNumber,
    sent: tally.sent,
    delivered: reported(tally.delivered, tally.sent),
    base,
    baseCount,
    opened: reported(tally.opened, baseCount),
    machineOnly: reported(tally.machineOnly, baseCount),
    clicked: shareOf(tally.clicked, baseCount),
    bought: shareOf(tally.bought, baseCount),
    boughtOfClicked: shareOf(tally.bought, tally.clicked),
    revenuePerEmail: measureRevenuePerEmail({ ...tally, sent: tally.priced }),
  };
}

function describeTotals(
  tallies: ReadonlyArray<TouchTally>,
  { firstPurchases, subscriptions, notKept }: SubscriptionCounts,
  base: 'delivered' | 'sent',
): TotalsView {
  const total = (column: Exclude<keyof TouchTally, 'touchNumber'>) =>
    tallies.reduce((sum, tally) => sum + tally[column], 0);
  return {
    bought: shareOf(total('bought'), total(base)),
    revenuePerEmail: measureRevenuePerEmail({
      sent: total('priced'),
      paid: total('paid'),
      revenueMinor: total('revenueMinor'),
      revenueSquares: total('revenueSquares'),
    }),
    subscribed: shareOf(subscriptions, firstPurchases),
    firstPurchases,
    firstPurchasesNotKept: notKept,
  };
}

function shareOf(count: number, of: number): Share {
  // A credit may outlive its click's record, so that there can be more of one than of the other.
  if (of === 0 || count > of) return null;
  const { rate, interval } = rateOfArm({ buyers: count, customers: of });
  return { count, rate, interval };
}

function none(touchNumber: TouchNumber): TouchTally {
  const nothing = { delivered: 0, opened: 0, machineOnly: 0, clicked: 0, bought: 0, priced: 0, paid: 0 };
  return { touchNumber, sent: 0, revenueMinor: 0, revenueSquares: 0, ...nothing };
}
