import { merchandiseSubtotalMinor, orderedProducts } from '../affinity/counted-order';
import type { UsesByAntecedent } from '../affinity/override';
import type { PairingRow, PairingTable } from '../affinity/pairing';
import type { Likeness } from '../catalogue/likeness';
import type { CatalogueProduct, SellingPlan } from '../catalogue/product';
import type { Candidate, CandidateTrace } from '../decide/trace';
import { quotablePlan } from '../message/subscription-offer';
import type { Order, OrderLine } from '../order/order';
import { mainProductType } from '../sequence/main-product-type';
import type { TouchNumber } from '../sequence/touch';
import type { Differences } from '../segments/own-segment';
import type { Settings } from '../settings/settings';
import { findAnchors, type Anchor } from './anchor';
import type { OfferRules } from './check-candidate';
import { classifyProductType } from './classify-product-type';
import { describeCandidate } from './describe-candidate';
import { listCandidates, listReplenishments } from './list-candidates';
import { keepsMargin } from './margin';
import { ownPreference } from './price-band';
import type { Standing } from './rank-candidates';
import type { BuyerHistory } from './score-signals';
import { traceCandidates } from './trace-candidates';

/** Products by number. */
export type Catalogue = ReadonlyMap<number, CatalogueProduct>;

/** The rows of one mined table that an order's products lead to, by antecedent, and what the merchant decided about them. */
export type PairingSource = {
  readonly table: PairingTable;
  readonly allBuyers: number;
  readonly rows: ReadonlyMap<number, PairingRow>;
  readonly uses: UsesByAntecedent; // in force now
};

export type OfferInput = {
  readonly touchNumber: TouchNumber;
  readonly lines: ReadonlyArray<OrderLine>; // eligible ones
  readonly order: Order;
  readonly settings: Settings; // pinned
  readonly priceShare: Differences['priceShare']; // that the customer's segments prefer in touch 1; null: the shop's own
  readonly owned: ReadonlySet<number>; // product numbers
  readonly history: BuyerHistory;
  readonly alike: ReadonlyMap<number, Likeness>; // to what is in the order or owned
  readonly returned: ReadonlySet<number>; // product numbers, a short while ago
  readonly alikeOffered: ReadonlyMap<number, Likeness>; // to the earlier offers
  readonly earlierOffers: ReadonlyArray<string>; // product ids, in this sequence
  readonly pairings: PairingSource; // of the table that the touch looks at
  readonly catalogue: Catalogue; // at least what follows the lines' products
  readonly named: ReadonlyMap<string, CatalogueProduct>; // by product id: the lines' products and the earlier offers
};

export type OfferChoice = {
  readonly chosen: Candidate | null;
  readonly product: CatalogueProduct | null;
  readonly anchorLine: OrderLine | null;
  readonly anchorProduct: CatalogueProduct | null;
  readonly sellingPlan: SellingPlan | null; // that a replenishment may quote
  readonly isOneTime: boolean; // touch 3 of an order that holds nothing to follow up
  readonly considered: number; // distinct products
  readonly trace: CandidateTrace;
};

/** Which table a touch looks at: an add-on goes with the order, a cross-sell follows it, an accessory goes with it again. */
export function pairingTableOf(touchNumber: TouchNumber): PairingTable {
  return touchNumber === 2 ? 'next_order' : 'same_order';
}

/**
 * Chooses the one product that a touch offers, or none: never a random one, never one outside the price band.
 * In: touch, order and eligible lines (money in minor units), pinned settings, what the customer owns, did before
 * and was offered, pairings of the touch's table, catalogue. Out: the choice with its anchor, and a trace of every candidate.
 */
export function chooseOffer(input: OfferInput): OfferChoice {
  const { touchNumber, lines, order, settings, pairings, named: products } = input;
  const subtotalMinor = merchandiseSubtotalMinor(order);
  const anchors = findAnchors(lines, products, settings.price.base, subtotalMinor);
  const categoriesOffered = input.earlierOffers.map((id) => products.get(id)?.category ?? null);
  const rules: OfferRules = {
    touchNumber,
    settings,
    inOrder: new Set(orderedProducts(order)),
    owned: input.owned,
    alike: input.alike,
    returned: input.returned,
    alikeOffered: input.alikeOffered,
    offeredBefore: new Set(input.earlierOffers),
    categoriesOffered: new Set(categoriesOffered.filter((category) => category !== null)),
    leavesCategory: touchNumber === 2,
    excluded: new Set(settings.trigger.excludedProductIds),
    subtotalMinor,
  };
  const type = touchNumber === 3 ? mainProductType(lines, products, settings) : null;

  const elsewhere = listStandings(input, rules, anchors, type);
  const staysAtHome = touchNumber === 2 && settings.offers.sameCategory && elsewhere[0]?.reason !== null;
  const standings = staysAtHome
    ? listStandings(input, { ...rules, leavesCategory: false }, anchors, type)
    : elsewhere;
  const best = standings[0];
  const winner = best && best.reason === null ? best : null;
  const isCategoryUnknown = ({ product, anchor }: Standing) =>
    product.category === null || anchor.product.category === null || categoriesOffered.includes(null);
  const describe = (standing: Standing) =>
    describeCandidate(standing, pairings, [
      ...(touchNumber === 2 && isCategoryUnknown(standing) ? ['category_unknown'] : []),
      ...(staysAtHome ? ['category_kept'] : []),
      ...(standing.pairing?.row.learnedFrom === undefined ? [] : ['learned_from_category']),
      ...(standing.pairing === null ? [] : [input.alike.get(standing.product.number) ?? []].flat()),
    ]);
  return {
    chosen: winner && describe(winner),
    product: winner && winner.product,
    anchorLine: winner && winner.anchor.line,
    anchorProduct: winner && winner.anchor.product,
    sellingPlan: winner?.pairing === null ? quotablePlan(affordablePlans(winner.product, settings)) : null,
    isOneTime: type === 'one_time',
    considered: standings.length,
    trace: traceCandidates(standings, describe, settings.signals),
  };
}

/** The plans whose discount leaves the smallest margin; with one set and an unknown cost there is none (R7). */
function affordablePlans({ sellingPlans, priceMinor, costMinor }: CatalogueProduct, { price }: Settings) {
  return sellingPlans.filter(({ percentOff }) => {
    const reducedMinor = Math.floor(((priceMinor ?? 0) * (100 - percentOff)) / 100);
    return keepsMargin({ priceMinor: reducedMinor, costMinor }, price.marginFloorPercent) === true;
  });
}

/** Touch 3 is timed by the order's main type, so only lines of that type may speak in it. */
function listStandings(
  { settings, priceShare, pairings, catalogue, history, order }: OfferInput,
  rules: OfferRules,
  anchors: ReadonlyArray<Anchor>,
  type: ReturnType<typeof mainProductType> | null,
): ReadonlyArray<Standing> {
  const preferred = priceShare ?? ownPreference(settings.price);
  const orderedAt = order.confirmedAt ?? order.createdAt;
  const known = { rules, pairings, catalogue, preferred, history, orderedAt };
  if (type === null) return listCandidates({ ...known, anchors });
  const speaking = anchors.filter(
    ({ product }) => classifyProductType(product, settings.productTypes) === type,
  );
  if (type === 'consumable') return listReplenishments(speaking, settings);
  if (type === 'one_time') return [];
  return listCandidates({ ...known, anchors: speaking });
}
