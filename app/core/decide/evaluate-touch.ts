import type { Catalogue, OfferChoice, PairingSource } from '../recommend/choose-offer';
import { chooseOffer } from '../recommend/choose-offer';
import type { Likeness } from '../catalogue/likeness';
import type { CatalogueProduct } from '../catalogue/product';
import type { Customer, Order } from '../order/order';
import type { BuyerHistory } from '../recommend/score-signals';
import { nextSendTime } from '../sequence/send-window';
import type { TouchNumber } from '../sequence/touch';
import { variationOf, type Variation } from '../segments/settle-variation';
import type { Settings } from '../settings/settings';
import { MINUTE_MS, toIso, type Instant } from '../shared/time';
import { eligibleLines } from '../suppression/eligible-lines';
import { judgeEngagement, type DeliveredEmail } from '../suppression/engagement';
import { checkFrequencyCap } from '../suppression/frequency-cap';
import { checkOrderValidity, recheckOrder } from '../suppression/order-validity';
import { findRecentPurchase, type Purchase } from '../suppression/re-entry';
import type { Reason, SuppressionKind } from '../suppression/reasons';
import { firstFailed, gateFrom } from './gate';
import { personGates } from './person-gates';
import type { Arm, CandidateTrace, Gate, TouchVerdict } from './trace';

export type TouchInput = {
  readonly now: Instant;
  readonly shop: {
    readonly countryCode: string;
    readonly isInstalled: boolean;
    readonly historyUntil: Instant | null;
  };
  readonly newest: Settings; // suppression, consent, caps, switches
  readonly pinned: Settings; // the version the enrolment began with: timing, price, pairings
  readonly touch: {
    readonly touchNumber: TouchNumber;
    readonly dueAt: Instant;
    readonly windowEndsAt: Instant;
  };
  readonly arm: Arm;
  readonly zone: string;
  readonly segments: ReadonlyArray<string>; // ids, as they matched when the enrolment began
  readonly order: Order; // as read just now
  readonly customer: Customer; // as read just now
  readonly suppressions: ReadonlyArray<SuppressionKind>;
  readonly exitReason: Reason | null; // of the enrolment, when it has ended
  readonly purchaseBefore: Purchase | null; // the person's last one before the trigger order
  readonly newerPurchases: ReadonlyArray<string>; // order ids after the trigger order
  readonly recentSends: ReadonlyArray<Instant>; // withheld ones stand in for sends in the holdout
  readonly delivered: ReadonlyArray<DeliveredEmail>;
  readonly earlierOffers: ReadonlyArray<string>; // product ids offered earlier in this sequence
  readonly owned: ReadonlySet<number>;
  readonly history: BuyerHistory;
  readonly alike: ReadonlyMap<number, Likeness>; // to what is in the order or owned
  readonly returned: ReadonlySet<number>; // given back a short while ago
  readonly alikeOffered: ReadonlyMap<number, Likeness>; // to the earlier offers
  readonly pairings: PairingSource;
  readonly catalogue: Catalogue;
  readonly named: ReadonlyMap<string, CatalogueProduct>; // the lines' products and the earlier offers, by id
};

export type TouchDecision = {
  readonly verdict: TouchVerdict;
  readonly gates: ReadonlyArray<Gate>;
  readonly offer: OfferChoice;
  readonly candidates: CandidateTrace;
  readonly variation: Variation;
};

const PAUSED_RETRY_MS = 15 * MINUTE_MS;

/** Gates whose failure ends the whole enrolment, for what they look at concerns every touch of it. */
const EXITS: ReadonlySet<Gate['gate']> = new Set(['eligibility', 'order_recheck', 'new_purchase']);

/**
 * Decides one touch at one moment: send, skip for a reason, defer until later, or end the enrolment. All gates are
 * asked and kept, and all candidates; the first gate that fails decides. The holdout is decided in full like everybody
 * else: the arm is only written down here, and withheld by the caller.
 * In: facts with money in minor units and times in ms. Out: verdict, gates, the offer and every
 * candidate, and what the customer's segments made different.
 */
export function evaluateTouch(input: TouchInput): TouchDecision {
  const { touch, newest, pinned, order } = input;
  const lines = eligibleLines(order, pinned.trigger.excludedProductIds);
  const variation = variationOf(input.segments, pinned);
  const offer = chooseOffer({
    touchNumber: touch.touchNumber,
    lines,
    order,
    settings: pinned,
    priceShare: variation.differences.priceShare,
    owned: input.owned,
    history: input.history,
    alike: input.alike,
    returned: input.returned,
    alikeOffered: input.alikeOffered,
    earlierOffers: input.earlierOffers,
    pairings: input.pairings,
    catalogue: input.catalogue,
    named: input.named,
  });
  const wasValid = checkOrderValidity(
    { ...order, cancelledAt: null, isFullyRefunded: false },
    input.shop.historyUntil,
    pinned.trigger,
  );

  const gates: ReadonlyArray<Gate> = [
    shopGate(input),
    gateFrom('order_validity', wasValid, { source: order.sourceName, isTest: order.isTest }),
    ...personGates({
      order,
      customer: input.customer,
      suppressions: input.suppressions,
      shopCountryCode: input.shop.countryCode,
      settings: newest,
    }),
    reEntryGate(input),
    gateFrom('eligibility', lines.length === 0 ? 'anchor_returned' : null, { eligibleLines: lines.length }),
    gateFrom('arm', null, { arm: input.arm }),
    gateFrom('order_recheck', recheckOrder(order), {
      isCancelled: order.cancelledAt !== null,
      isFullyRefunded: order.isFullyRefunded,
    }),
    gateFrom('new_purchase', newPurchaseReason(input), { newerOrder: input.newerPurchases[0] ?? null }),
    engagementGate(input),
    timingGate(input),
    gateFrom('candidate', offer.chosen ? null : offer.isOneTime ? 'one_time_product' : 'no_candidate', {
      offered: offer.chosen?.productId ?? null,
      candidates: offer.considered,
    }),
    capGate(input),
  ];
  return { verdict: verdictOf(gates, touch), gates, offer, candidates: offer.trace, variation };
}

function verdictOf(gates: ReadonlyArray<Gate>, touch: TouchInput['touch']): TouchVerdict {
  const failed = firstFailed(gates);
  if (!failed) return { kind: 'send' };
  const { reason, deferUntil } = failed;
  if (EXITS.has(failed.gate)) return { kind: 'exit', reason };
  if (deferUntil === undefined) return { kind: 'skip', reason };
  if (deferUntil <= touch.windowEndsAt) return { kind: 'defer', until: deferUntil, reason };
  return { kind: 'skip', reason: touch.touchNumber === 1 ? reason : 'window_missed' };
}

function shopGate({ shop, newest, touch, now }: TouchInput): Gate {
  const { isSequenceOn, isPaused } = newest.sending;
  const isOn =
    [newest.touches.one, newest.touches.two, newest.touches.three][touch.touchNumber - 1]?.isOn ?? false;
  const input = { isInstalled: shop.isInstalled, isSequenceOn, isPaused, isTouchOn: isOn };
  if (!shop.isInstalled) return gateFrom('shop_state', 'shop_inactive', input);
  if (!isSequenceOn) return gateFrom('shop_state', 'sequence_off', input);
  if (!isOn) return gateFrom('shop_state', 'touch_paused', input);
  return gateFrom(
    'shop_state',
    isPaused ? 'sending_paused' : null,
    input,
    isPaused ? now + PAUSED_RETRY_MS : undefined,
  );
}

/** Asked at enrolment already, and again here: the earlier order's webhook may have come in after this one's. */
function reEntryGate({ order, touch, purchaseBefore, pinned }: TouchInput): Gate {
  const trigger = { orderId: order.orderId, confirmedAt: order.confirmedAt ?? order.createdAt };
  const recent = findRecentPurchase(purchaseBefore ? [purchaseBefore] : [], trigger);
  const skips = touch.touchNumber === 1 && pinned.onNewPurchase === 'restart_skip_touch1';
  return gateFrom('re_entry', skips && recent !== null ? 'recent_purchase_14d' : null, {
    rule: pinned.onNewPurchase,
    recentOrder: recent?.orderId ?? null,
  });
}

function newPurchaseReason({ exitReason, newerPurchases }: TouchInput): Reason | null {
  return exitReason ?? (newerPurchases.length > 0 ? 'new_purchase_exit' : null);
}

function engagementGate({ touch, delivered, newest, now }: TouchInput): Gate {
  const { isUnengaged, ...counts } = judgeEngagement(delivered, now);
  const applies = touch.touchNumber > 1 && newest.suppression.pauseUnengaged;
  return gateFrom('engagement', applies && isUnengaged ? 'unengaged' : null, { applies, ...counts });
}

function timingGate({ touch, zone, pinned, now }: TouchInput): Gate {
  const input = {
    now: toIso(now),
    dueAt: toIso(touch.dueAt),
    windowEndsAt: toIso(touch.windowEndsAt),
    zone,
    lateByMinutes: Math.max(0, Math.floor((now - touch.dueAt) / MINUTE_MS)),
  };
  const isOver = now > touch.windowEndsAt;
  if (touch.touchNumber === 1) return gateFrom('timing', isOver ? 'late_expired' : null, input);
  if (isOver) return gateFrom('timing', 'window_missed', input);
  const sendAt = nextSendTime(now, zone, pinned.sendHours);
  return sendAt === now
    ? gateFrom('timing', null, input)
    : gateFrom('timing', 'quiet_hours_deferred', input, sendAt);
}

function capGate({ recentSends, now, newest, touch, zone, pinned }: TouchInput): Gate {
  const cap = newest.suppression.capPer168Hours;
  const checked = checkFrequencyCap(recentSends, now, cap);
  if (checked.isAllowed) return gateFrom('frequency_cap', null, { count: checked.count, cap });
  const input = { count: checked.count, cap, freeAt: toIso(checked.freeAt) };
  if (touch.touchNumber === 1) return gateFrom('frequency_cap', 'freq_cap', input);
  return gateFrom('frequency_cap', 'freq_cap', input, nextSendTime(checked.freeAt, zone, pinned.sendHours));
}
