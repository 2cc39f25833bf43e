import type { CatalogueProduct } from '../catalogue/product';
import { assignArm } from '../holdout/assign-arm';
import { merchandiseSubtotalMinor } from '../affinity/counted-order';
import type { Customer, Order } from '../order/order';
import { mainProductType } from '../sequence/main-product-type';
import { planTouches } from '../sequence/plan-touches';
import { recipientZone, type RecipientZone } from '../sequence/recipient-zone';
import { subscribableProducts } from '../sequence/subscribable-products';
import type { PlannedTouch } from '../sequence/touch';
import {
  customerFacts,
  type BoughtBefore,
  type PurchaseAmounts,
  type ValueBorders,
} from '../segments/customer-facts';
import { matchSegments } from '../segments/match-segments';
import { segmentRows } from '../segments/segment-rows';
import { settleVariation, type Variation } from '../segments/settle-variation';
import type { Settings } from '../settings/settings';
import { toIso, type Instant } from '../shared/time';
import { eligibleLines } from '../suppression/eligible-lines';
import { checkOrderValidity } from '../suppression/order-validity';
import { comparePurchases, findRecentPurchase, type Purchase } from '../suppression/re-entry';
import type { Reason, SuppressionKind } from '../suppression/reasons';
import { firstFailed, gateFrom } from './gate';
import { personGates } from './person-gates';
import type { Arm, EnrolmentVerdict, Gate } from './trace';

export type EnrolmentInput = {
  readonly shop: {
    readonly shopId: string;
    readonly countryCode: string;
    readonly zone: string;
    readonly isInstalled: boolean;
    readonly historyUntil: Instant | null;
  };
  readonly settings: Settings; // newest
  readonly order: Order;
  readonly customer: Customer;
  readonly personId: string | null;
  readonly fixedArm: Arm | null;
  readonly purchases: ReadonlyArray<Purchase & PurchaseAmounts>; // qualifying, this order included
  readonly suppressions: ReadonlyArray<SuppressionKind>;
  readonly running: Purchase | null; // the trigger order of the person's live enrolment
  readonly isAttributedAddon: boolean; // it bought what one of our touches offered, by way of that touch
  readonly valueBordersMinor: ValueBorders;
  readonly bought: BoughtBefore; // read only where a segment asks for it
  readonly catalogue: ReadonlyMap<string, CatalogueProduct>; // by product id, of the order's lines
};

export type PlannedEnrolment = {
  readonly arm: Arm;
  readonly zone: RecipientZone;
  readonly variation: Variation;
  readonly touches: ReadonlyArray<PlannedTouch & { readonly skipped: Reason | null }>;
  readonly subscribable: ReadonlyArray<string>; // product ids of the order that a subscription could bring
};

export type EnrolmentDecision = {
  readonly verdict: EnrolmentVerdict;
  readonly gates: ReadonlyArray<Gate>;
  readonly planned: PlannedEnrolment | null;
  readonly exitRunning: Reason | null; // why the running enrolment ends; null: it goes on, or there is none
};

/**
 * Decides whether an order starts a sequence, and plans it: every gate is asked and kept, the first that fails decides.
 * The arm is drawn after eligibility and before anything that depends on it, so that both arms are planned alike.
 * In: facts with money in minor units and times in ms. Out: verdict, all gates, the plan (null when refused), and
 * whether the person's running enrolment ends, which any qualifying purchase brings about even when refused itself.
 */
export function evaluateEnrolment(input: EnrolmentInput): EnrolmentDecision {
  const { shop, settings, order, customer, personId } = input;
  const trigger = { orderId: order.orderId, confirmedAt: order.confirmedAt ?? order.createdAt };
  const isSuperseded = input.running !== null && comparePurchases(trigger, input.running) < 0;
  const recent = findRecentPurchase(input.purchases, trigger);
  const lines = eligibleLines(order, settings.trigger.excludedProductIds);
  const drawn = assignArm({
    salt: settings.experimentSalt,
    shopId: shop.shopId,
    unitId: personId ?? order.orderId,
    holdoutPercent: settings.holdoutPercent,
  });
  const arm = input.fixedArm ?? drawn.arm;

  const gates: ReadonlyArray<Gate> = [
    gateFrom('shop_state', shopReason(shop.isInstalled, settings), {
      isInstalled: shop.isInstalled,
      isSequenceOn: settings.sending.isSequenceOn,
    }),
    gateFrom('order_validity', checkOrderValidity(order, shop.historyUntil, settings.trigger), {
      confirmedAt: order.confirmedAt === null ? null : toIso(order.confirmedAt),
      historyUntil: shop.historyUntil === null ? null : toIso(shop.historyUntil),
      source: order.sourceName,
      subtotalMinor: merchandiseSubtotalMinor(order),
      minimumSubtotalMinor: settings.trigger.minimumSubtotalMinor,
    }),
    ...personGates({
      order,
      customer,
      suppressions: input.suppressions,
      shopCountryCode: shop.countryCode,
      settings,
    }),
    gateFrom('re_entry', reEntryReason(isSuperseded, input.isAttributedAddon, recent !== null, settings), {
      rule: settings.onNewPurchase,
      recentOrder: recent?.orderId ?? null,
      runningOrder: input.running?.orderId ?? null,
      isAttributedAddon: input.isAttributedAddon,
    }),
    gateFrom('eligibility', lines.length === 0 ? 'ineligible_category' : null, {
      eligibleLines: lines.length,
    }),
    gateFrom('arm', null, { arm, bucket: drawn.bucket, holdoutPercent: settings.holdoutPercent }),
  ];

  const failed = firstFailed(gates);
  const isPurchase = input.purchases.some((purchase) => purchase.orderId === order.orderId);
  const exitRunning =
    input.running === null || isSuperseded || !isPurchase || input.running.orderId === order.orderId
      ? null
      : input.isAttributedAddon
        ? 'converted_addon'
        : 'new_purchase_exit';
  if (failed)
    return { verdict: { kind: 'refuse', reason: failed.reason }, gates, planned: null, exitRunning };

  const zone = recipientZone({
    countryCode: order.countryCode,
    provinceCode: order.provinceCode,
    shopCountryCode: shop.countryCode,
    shopZone: shop.zone,
  });
  const productType = mainProductType(lines, input.catalogue, settings);
  const skipsTouchOne = recent !== null && settings.onNewPurchase === 'restart_skip_touch1';
  const touches = planTouches({ confirmedAt: trigger.confirmedAt, zone: zone.zone, productType, settings });
  const planned: PlannedEnrolment = {
    arm,
    zone,
    variation: settleVariation(matchSegments(customerFacts(input), segmentRows(settings))),
    touches: touches.map((touch) => ({
      ...touch,
      skipped: touch.touchNumber === 1 && skipsTouchOne ? 'recent_purchase_14d' : null,
    })),
    subscribable: subscribableProducts(lines, input.catalogue, settings),
  };
  return { verdict: { kind: 'enrol' }, gates, planned, exitRunning };
}

function shopReason(isInstalled: boolean, settings: Settings): Reason | null {
  if (!isInstalled) return 'shop_inactive';
  return settings.sending.isSequenceOn ? null : 'sequence_off';
}

function reEntryReason(
  isSuperseded: boolean,
  isAddon: boolean,
  hasRecent: boolean,
  settings: Settings,
): Reason | null {
  if (isSuperseded) return 'superseded_by_order';
  if (isAddon) return 'converted_addon';
  return hasRecent && settings.onNewPurchase === 'suppress' ? 'recent_purchase_14d' : null;
}
