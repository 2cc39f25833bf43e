import { isOwnChoice, type PairingUse, type UsesByAntecedent } from '../affinity/override';
import type { PairingRow } from '../affinity/pairing';
import { tierOf } from '../affinity/tier';
import type { CatalogueProduct } from '../catalogue/product';
import type { Settings } from '../settings/settings';
import type { Instant } from '../shared/time';
import type { Anchor } from './anchor';
import {
  checkCandidate,
  checkMargin,
  checkProduct,
  checkSellable,
  type OfferRules,
  type ProductCheck,
} from './check-candidate';
import { isPreferredPrice, type PriceShare } from './price-band';
import { compareStandings, rankOf, type Standing } from './rank-candidates';
import type { BuyerHistory } from './score-signals';
import { weighCandidates } from './weigh-candidates';

type CandidateInput = {
  readonly rules: OfferRules;
  readonly anchors: ReadonlyArray<Anchor>;
  readonly pairings: {
    readonly rows: ReadonlyMap<number, PairingRow>; // by antecedent
    readonly uses: UsesByAntecedent; // the merchant's own decisions in force
  };
  readonly catalogue: ReadonlyMap<number, CatalogueProduct>; // by product number
  readonly preferred: PriceShare; // within touch 1's band
  readonly history: BuyerHistory;
  readonly orderedAt: Instant;
};

type Contender = { readonly check: ProductCheck; best: Standing | null };

/**
 * Every product that follows one of the anchors, once: beside the anchor where it stands best. The merchant's own
 * pairings are among them even where nothing was counted. A consequent that the catalogue does not know is left out, for
 * it has neither id nor price.
 * In: rules of the touch, anchors, pairings with the merchant's decisions, catalogue, the buyer's history.
 * Out: standings in rank order, those that lost included; of touches 2 and 3 with their signals.
 */
export function listCandidates(input: CandidateInput): ReadonlyArray<Standing> {
  const { rules, pairings, catalogue } = input;
  const contenders = new Map<number, Contender>();
  const consider = (anchor: Anchor, row: PairingRow, position: number, use: PairingUse | null) => {
    const number = row.consequents[position] ?? -1;
    let contender = contenders.get(number);
    if (!contender) {
      const product = catalogue.get(number);
      if (!product) return;
      contender = { check: checkProduct(rules, product), best: null };
      contenders.set(number, contender);
    }
    contender.best = betterOf(input, contender, anchor, { row, position, use });
  };
  for (const anchor of input.anchors) {
    const antecedent = anchor.product.number;
    const row = pairings.rows.get(antecedent);
    const uses = pairings.uses.get(antecedent);
    for (let position = 0; row && position < row.consequents.length; position += 1)
      consider(anchor, row, position, uses?.get(row.consequents[position] ?? -1) ?? null);
    for (const [consequent, use] of uses ?? []) {
      if (isOwnChoice(use) && !row?.consequents.includes(consequent))
        consider(anchor, uncountedRow(antecedent, consequent), 0, use);
    }
  }
  const standings = [...contenders.values()].map(({ best }) => best).filter((best) => best !== null);
  if (rules.touchNumber === 1) return standings.sort(compareStandings);
  // All other signals are the product's own, so that it stands best beside the anchor with the best mined score.
  const weights = rules.settings.signals;
  return weighCandidates(standings, { ...input, weights }).toSorted(compareStandings);
}

/** A pairing of the merchant's that was not mined: its counts are unknown, and nobody quotes them. */
function uncountedRow(antecedent: number, consequent: number): PairingRow {
  return {
    antecedent,
    buyers: 0,
    consequents: [consequent],
    support: [0],
    consequentBuyers: [0],
    grades: ['few_orders'],
    scores: [0],
  };
}

/** How the product stands beside an anchor, unless it has stood better beside another. Most have: only ties are looked into. */
function betterOf(
  { rules, preferred }: CandidateInput,
  { check, best }: Contender,
  anchor: Anchor,
  {
    row,
    position,
    use,
  }: { readonly row: PairingRow; readonly position: number; readonly use: PairingUse | null },
): Standing | null {
  const { product } = check;
  const support = row.support[position] ?? 0;
  const tier = tierOf(support, row.buyers, rules.settings.affinity);
  const grade = row.grades[position] ?? 'few_orders';
  const reason = checkCandidate(rules, anchor, check, { tier, grade, use });
  const isPreferred =
    product.priceMinor !== null &&
    isPreferredPrice({ priceMinor: product.priceMinor, baseMinor: anchor.priceBaseMinor }, preferred);
  const rank = rankOf({ use, reason }, rules.touchNumber === 1 ? { tier, isPreferred } : null);
  if (best !== null && rank > best.rank) return best;
  const score = (row.scores[position] ?? 0) / 1e6;
  if (best !== null && rank === best.rank && score < best.score) return best;
  const pairing = { row, position };
  const standing = { product, anchor, pairing, use, tier, rank, score, signals: null, reason };
  return best === null || compareStandings(standing, best) < 0 ? standing : best;
}

/**
 * The anchors' own products, to be bought again. A line that comes on a selling plan replenishes itself, so it is left out.
 * In: anchors whose product runs out, settings. Out: standings in rank order, each product once.
 */
export function listReplenishments(
  anchors: ReadonlyArray<Anchor>,
  settings: Pick<Settings, 'price' | 'offers'>,
): ReadonlyArray<Standing> {
  const subscribed = new Set(
    anchors.filter(({ line }) => line.sellingPlanId !== null).map(({ product }) => product.number),
  );
  const seen = new Set<number>();
  return anchors
    .filter(({ product }) => !subscribed.has(product.number))
    .map<Standing>((anchor) => {
      const reason = checkSellable(anchor.product, settings.offers) ?? checkMargin(anchor.product, settings);
      const rank = rankOf({ use: null, reason }, null);
      return {
        product: anchor.product,
        anchor,
        pairing: null,
        use: null,
        tier: null,
        rank,
        score: 0,
        signals: null,
        reason,
      };
    })
    .sort(compareStandings)
    .filter(({ product }) => !seen.has(product.number) && seen.add(product.number));
}
