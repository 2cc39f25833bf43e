import { evaluateTouch, type TouchDecision, type TouchInput } from '#core/decide/evaluate-touch';
import { speakForCategories } from '#core/affinity/speak-for-categories';
import { usesInForce, type PairingKey } from '#core/affinity/override';
import { orderedProducts } from '#core/affinity/counted-order';
import { alikeTo } from '#core/catalogue/likeness';
import type { CatalogueProduct } from '#core/catalogue/product';
import { checkSellable } from '#core/recommend/check-candidate';
import { pairingTableOf, type PairingSource } from '#core/recommend/choose-offer';
import { narrowToPairing } from '#core/recommend/narrow-to-pairing';
import { hasChangedTier, recountRow } from '#core/recommend/recount-pairing';
import type { Settings } from '#core/settings/settings';
import { eligibleLines } from '#core/suppression/eligible-lines';
import type { Instant } from '#core/shared/time';
import type { DueTouch } from './due-touch';
import type { OrderWithCustomer, Tools } from './ports';
import type { KnownPairings } from './ports/offer-source-store';

export type TouchToDecide = {
  readonly touch: DueTouch;
  readonly fetched: OrderWithCustomer;
  /** For a preview of one, with the instant at which its dates are judged; null: all that the shop knows, now. */
  readonly onlyPairing: { readonly key: PairingKey; readonly at: Instant } | null;
  readonly now: Instant;
};

/** After this many offers that turned out different on a second look, the last decision stands. */
const MOST_LIVE_CHECKS = 8;

/**
 * Lays out all that a decision looks at, from what was read with the batch; nothing is asked here.
 * In: the touch with its facts, the order and customer as read just now, the one pairing to look at or all, now (ms).
 * Out: the input of the decision.
 */
export function touchInputOf({ touch, fetched, onlyPairing, now }: TouchToDecide): TouchInput {
  const { facts, shop } = touch;
  const lines = eligibleLines(fetched.order, facts.pinned.trigger.excludedProductIds);
  // What a provider refused and then ran out of time was chosen, but never offered.
  const earlierOffers = facts.earlierTouches
    .filter((earlier) => earlier.state !== 'skipped' && earlier.state !== 'failed')
    .map((earlier) => earlier.productId)
    .filter((id) => id !== null);
  const productIds = lines.map((line) => line.productId).filter((id) => id !== null);
  const { products, numbers, likeness } = touch.sources.catalogue;
  const named = new Map(
    [...productIds, ...earlierOffers]
      .map((id) => products.get(numbers.get(id) ?? -1))
      .filter((product) => product !== undefined)
      .map((product) => [product.productId, product]),
  );
  const antecedents = new Set(
    productIds.map((id) => numbers.get(id)).filter((number) => number !== undefined),
  );
  const table = pairingTableOf(facts.touchNumber);
  const known = {
    table,
    ...learnedOf(touch.sources.pairings[table], antecedents, named.values()),
    uses: usesInForce(
      [...antecedents].flatMap((number) => touch.sources.overrides[table].get(number) ?? []),
      onlyPairing?.at ?? now,
    ),
  };
  const numberOf = (productId: string) => numbers.get(productId) ?? -1;
  return {
    now,
    shop: {
      countryCode: shop.countryCode,
      isInstalled: shop.uninstalledAt === null,
      historyUntil: shop.historyUntil,
    },
    newest: shop.settings,
    pinned: facts.pinned,
    touch: { touchNumber: facts.touchNumber, dueAt: facts.dueAt, windowEndsAt: facts.windowEndsAt },
    arm: facts.arm,
    zone: facts.zone,
    segments: facts.segments,
    order: fetched.order,
    customer: fetched.customer,
    suppressions: facts.suppressions,
    exitReason: facts.isEnrolmentLive ? null : facts.exitReason,
    purchaseBefore: facts.purchaseBefore,
    newerPurchases: facts.newerPurchases.map((purchase) => purchase.orderId),
    recentSends: facts.recentSends,
    delivered: facts.engagement,
    earlierOffers,
    named,
    owned: new Set(facts.owned),
    history: { boughtBefore: facts.boughtBefore, browsed: facts.browsed },
    alike: alikeTo(likeness, [...orderedProducts(fetched.order).map(numberOf), ...facts.owned]),
    returned: new Set(facts.returned),
    alikeOffered: alikeTo(likeness, earlierOffers.map(numberOf)),
    pairings: onlyPairing
      ? narrowToPairing(known, numberOf(onlyPairing.key.antecedentId), numberOf(onlyPairing.key.consequentId))
      : known,
    catalogue: products,
  };
}

/**
 * Decides one touch with the catalogue and the pairings as read with the batch, then looks at the chosen product live and at
 * the counts of its pairing, and decides again if price, stock or tier have moved: what is promised in an e-mail was true in
 * the second it was sent.
 * In: the touch with its facts, the order and customer as read just now, the one pairing to look at or all, now (ms).
 * Out: the decision with its trace.
 */
export async function decideTouch(
  { store, admin }: Pick<Tools, 'store' | 'admin'>,
  toDecide: TouchToDecide,
): Promise<TouchDecision> {
  const { touch } = toDecide;
  const { facts, shop } = touch;
  let input = touchInputOf(toDecide);
  let decision = evaluateTouch(input);
  for (let look = 0; look < MOST_LIVE_CHECKS && decision.verdict.kind === 'send'; look += 1) {
    const chosen = decision.offer.product;
    if (!chosen) break;
    const [live, recounted] = await Promise.all([
      readLive({ store, admin }, shop.shopId, chosen),
      recount(store, touch, decision, input.pairings),
    ]);
    if (isSameOffer(chosen, live, facts.pinned.offers) && recounted === input.pairings) break;
    input = {
      ...input,
      pairings: recounted,
      catalogue: new Map([...input.catalogue, [chosen.number, live]]),
      // What is bought again is one of the order's own products.
      named: input.named.has(live.productId)
        ? new Map([...input.named, [live.productId, live]])
        : input.named,
    };
    decision = evaluateTouch(input);
  }
  return decision;
}

/** The rows of the order's products, and those of their categories where they speak for a product. */
function learnedOf(
  { allBuyers, rows, categories }: KnownPairings,
  antecedents: Iterable<number>,
  products: Iterable<CatalogueProduct>,
): Pick<PairingSource, 'allBuyers' | 'rows'> {
  const own = [...antecedents].flatMap((number) => rows.get(number) ?? []);
  const speaking = [...products];
  const ofCategories = categoriesOf(speaking).flatMap((category) => categories.get(category) ?? []);
  return { allBuyers, rows: speakForCategories({ rows: own, categories: ofCategories }, speaking) };
}

function categoriesOf(products: Iterable<CatalogueProduct>): ReadonlyArray<string> {
  const categories = [...products].map(({ category }) => category);
  return [...new Set(categories.filter((category) => category !== null))];
}

async function readLive(
  { store, admin }: Pick<Tools, 'store' | 'admin'>,
  shopId: string,
  kept: CatalogueProduct,
): Promise<CatalogueProduct> {
  const [live] = await admin.fetchProducts(shopId, [kept.productId]);
  if (!live) return { ...kept, isPublished: false, isAvailable: false };
  if (live.updatedAt > kept.updatedAt) {
    await store.upsertProducts(shopId, [live]);
    await store.catalogue(shopId); // whoever comes after in the same batch need not find it out again
  }
  return { ...live, number: kept.number };
}

/** The pairings with the counts of this moment beside the chosen one's anchor; the same ones where its tier still holds. */
async function recount(
  store: Tools['store'],
  { shop, facts }: DueTouch,
  { offer }: TouchDecision,
  pairings: PairingSource,
): Promise<PairingSource> {
  const [anchor, product] = [offer.anchorProduct, offer.product];
  if (!anchor || !product || offer.chosen?.tier == null) return pairings;
  const key = { antecedent: anchor.number, consequent: product.number };
  const [now] = (await store.pairsNow(shop.shopId, key.antecedent, [key.consequent])) ?? [];
  if (!now || !hasChangedTier(pairings, { ...key, now }, facts.pinned.affinity)) return pairings;
  const { consequents } = pairings.rows.get(key.antecedent) ?? { consequents: [] };
  const row = await store.pairsNow(shop.shopId, key.antecedent, consequents);
  return row ? recountRow(pairings, key.antecedent, row) : pairings;
}

function isSameOffer(a: CatalogueProduct, b: CatalogueProduct, offers: Settings['offers']): boolean {
  return (
    a.priceMinor === b.priceMinor &&
    a.compareAtMinor === b.compareAtMinor && // an e-mail may name the reduction
    a.costMinor === b.costMinor &&
    JSON.stringify(a.sellingPlans) === JSON.stringify(b.sellingPlans) && // one may be quoted
    checkSellable(a, offers) === checkSellable(b, offers) &&
    a.category === b.category
  );
}
