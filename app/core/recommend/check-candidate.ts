import { isOwnChoice, type PairingUse } from '../affinity/override';
import type { EvidenceGrade, Tier } from '../affinity/pairing';
import type { Likeness } from '../catalogue/likeness';
import type { CatalogueProduct } from '../catalogue/product';
import type { TouchNumber } from '../sequence/touch';
import type { Settings } from '../settings/settings';
import type { CandidateReason } from '../suppression/reasons';
import type { Anchor } from './anchor';
import { keepsMargin } from './margin';
import { isInPriceBand } from './price-band';

/** A product that at least so many people rated below it is not offered. */
export const LOWEST_RATING = 4.5;
export const FEWEST_REVIEWS = 5;

/** What holds for every candidate of a touch. */
export type OfferRules = {
  readonly touchNumber: TouchNumber;
  readonly settings: Settings;
  readonly inOrder: ReadonlySet<string>; // product ids of the trigger order, returned ones included
  readonly owned: ReadonlySet<number>; // product numbers
  readonly alike: ReadonlyMap<number, Likeness>; // to what is in the order or owned
  readonly returned: ReadonlySet<number>; // product numbers, a short while ago
  readonly alikeOffered: ReadonlyMap<number, Likeness>; // to what was offered before
  readonly offeredBefore: ReadonlySet<string>; // product ids, in this sequence
  readonly categoriesOffered: ReadonlySet<string>; // of the products offered before, where known
  readonly excluded: ReadonlySet<string>; // product ids
  readonly leavesCategory: boolean; // touch 2
  readonly subtotalMinor: number; // of the order's merchandise
};

/** How strongly a pairing holds; tier null: too few orders to say. `use`: what the merchant decided about it, if anything. */
export type Strength = {
  readonly tier: Tier | null;
  readonly grade: EvidenceGrade;
  readonly use?: PairingUse | null;
};

/** What is wrong with a product whatever it goes with: against this customer, and in itself. Null: nothing. */
export type ProductCheck = {
  readonly product: CatalogueProduct;
  readonly forCustomer: CandidateReason | null;
  readonly inItself: CandidateReason | null;
  readonly isSameModel: boolean; // as something in the order or owned
};

/** The part of the check that is the same beside every anchor, so that it is asked once. In: rules of the touch, product. */
export function checkProduct(rules: OfferRules, product: CatalogueProduct): ProductCheck {
  return {
    product,
    forCustomer: customerReason(rules, product),
    inItself: checkSellable(product, rules.settings.offers) ?? checkRating(product, rules.settings.offers),
    isSameModel: rules.alike.get(product.number) === 'same_model',
  };
}

function customerReason(rules: OfferRules, product: CatalogueProduct): CandidateReason | null {
  if (rules.inOrder.has(product.productId)) return 'in_trigger_order';
  if (rules.owned.has(product.number)) return 'already_owns';
  const likeness = rules.alike.get(product.number);
  if (likeness === 'same_thing') return 'equivalent_owned';
  if (likeness === 'contains_it') return 'contains_owned';
  if (rules.returned.has(product.number)) return 'returned_recently';
  const likenessOffered = rules.alikeOffered.get(product.number) ?? 'contains_it';
  const isOfferedBefore = rules.offeredBefore.has(product.productId) || likenessOffered !== 'contains_it';
  if (isOfferedBefore) return 'already_recommended_in_sequence';
  return rules.excluded.has(product.productId) ? 'excluded_list' : null;
}

/**
 * Why a paired product may not be offered beside an anchor. The order is fixed, so that one fact always gives one reason:
 * first what the customer has, then the pairing, then the product, then product against anchor, then what its price leaves.
 * In: rules of the touch, anchor, product as checked, strength of the pairing. Out: the first reason, or null: it may be
 * offered.
 */
export function checkCandidate(
  rules: OfferRules,
  anchor: Anchor,
  { product, forCustomer, inItself, isSameModel }: ProductCheck,
  { tier, grade, use = null }: Strength,
): CandidateReason | null {
  const { touchNumber, settings } = rules;
  if (forCustomer !== null) return forCustomer;
  if (use === 'blocked' || (use === 'touch_3_only' && touchNumber !== 3)) return 'excluded_list';
  if (!isOwnChoice(use)) {
    // Another size is no cross-sell; a merchant who pairs two sizes means an upgrade.
    if (isSameModel) return 'equivalent_owned';
    if (tier === 'weak') return 'weak_tier';
    if (tier === null || (settings.affinity.requireEvidence && grade !== 'automatic'))
      return 'not_significant';
  }
  if (inItself !== null) return inItself;
  if (rules.leavesCategory && isSameCategory(rules, anchor, product)) return 'same_category';
  const price = {
    priceMinor: product.priceMinor ?? 0,
    baseMinor: anchor.priceBaseMinor,
    subtotalMinor: rules.subtotalMinor,
  };
  if (!isInPriceBand(touchNumber, price, settings.price)) return 'price_band';
  return checkMargin(product, settings);
}

/** At its own price a product whose cost is unknown passes, unless the merchant wants every margin answered for (C42). */
export function checkMargin(
  { priceMinor, costMinor }: Pick<CatalogueProduct, 'priceMinor' | 'costMinor'>,
  { price, offers }: Pick<Settings, 'price' | 'offers'>,
): CandidateReason | null {
  const isKept = keepsMargin({ priceMinor: priceMinor ?? 0, costMinor }, price.marginFloorPercent);
  if (isKept === null) return offers.unknownCost ? null : 'cost_unknown';
  return isKept ? null : 'margin_floor';
}

/** Why a product cannot be bought now; all that a replenishment is asked, for the customer has chosen it before. */
export function checkSellable(product: CatalogueProduct, offers: Settings['offers']): CandidateReason | null {
  if (!product.isPublished) return 'not_published';
  if (!product.isAvailable || isNearlyGone(product, offers)) return 'out_of_stock';
  return product.priceMinor === null ? 'no_price_in_currency' : null;
}

/** Many are offered a product at once: the last pieces would be gone when they come for it (C39). */
export function isNearlyGone(
  { stock, sellsPastStock }: CatalogueProduct,
  { keepInStock, backorders }: Settings['offers'],
): boolean {
  return stock !== null && stock <= keepInStock && !(sellsPastStock && backorders);
}

function checkRating({ rating }: CatalogueProduct, { unrated }: Settings['offers']): CandidateReason | null {
  if (rating === null || rating.count < FEWEST_REVIEWS) return unrated ? null : 'rating_low';
  return rating.value < LOWEST_RATING ? 'rating_low' : null;
}

function isSameCategory(
  { categoriesOffered }: OfferRules,
  anchor: Anchor,
  { category }: CatalogueProduct,
): boolean {
  return category !== null && (category === anchor.product.category || categoriesOffered.has(category));
}
