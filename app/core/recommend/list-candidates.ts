import { isOwnChoice, type UsesByAntecedent } from '../affinity/override';
import type { PairingRow } from '../affinity/pairing';
import { rankingScore, ruleLift, wilsonLower } from '../affinity/measures';
import { tierOf } from '../affinity/tier';
import type { CatalogueProduct } from '../catalogue/product';
import type { Anchor } from './anchor';
import { checkCandidate, checkSellable, type OfferRules } from './check-candidate';
import { isPreferredPrice, type PriceShare } from './price-band';
import { compareStandings, type Standing } from './rank-candidates';

type CandidateInput = {
  readonly rules: OfferRules;
  readonly anchors: ReadonlyArray<Anchor>;
  readonly pairings: {
    readonly allBuyers: number;
    readonly rows: ReadonlyMap<number, PairingRow>; // by antecedent
    readonly uses: UsesByAntecedent; // the merchant's own decisions in force
  };
  readonly catalogue: ReadonlyMap<number, CatalogueProduct>; // by product number
  readonly preferred: PriceShare; // within touch 1's band
};

/**
 * Every product that follows one of the anchors, once: beside the anchor where it stands best. The merchant's own
 * pairings are among them even where nothing was counted. A consequent that the catalogue does not know is left out, for
 * it has neither id nor price.
 * In: rules of the touch, anchors, pairings with the merchant's decisions, catalogue.
 * Out: standings in rank order, those that lost included.
 */
export function listCandidates(input: CandidateInput): ReadonlyArray<Standing> {
  const { pairings, catalogue } = input;
  const best = new Map<number, Standing>();
  const consider = (anchor: Anchor, row: PairingRow, position: number) => {
    const number = row.consequents[position] ?? -1;
    const product = catalogue.get(number);
    if (!product) return;
    const standing = standBeside(input, anchor, product, row, position);
    const rival = best.get(number);
    if (!rival || compareStandings(standing, rival) < 0) best.set(number, standing);
  };
  for (const anchor of input.anchors) {
    const antecedent = anchor.product.number;
    const row = pairings.rows.get(antecedent);
    for (let position = 0; row && position < row.consequents.length; position += 1)
      consider(anchor, row, position);
    for (const [consequent, use] of pairings.uses.get(antecedent) ?? []) {
      if (isOwnChoice(use) && !row?.consequents.includes(consequent))
        consider(anchor, uncountedRow(antecedent, consequent), 0);
    }
  }
  return [...best.values()].sort(compareStandings);
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
  };
}

function standBeside(
  { rules, pairings, preferred }: CandidateInput,
  anchor: Anchor,
  product: CatalogueProduct,
  row: PairingRow,
  position: number,
): Standing {
  const { affinity } = rules.settings;
  const support = row.support[position] ?? 0;
  const grade = row.grades[position] ?? 'few_orders';
  const use = pairings.uses.get(anchor.product.number)?.get(product.number) ?? null;
  const tier = tierOf(support, row.buyers, affinity);
  const lift = ruleLift(support, row.buyers, row.consequentBuyers[position] ?? 0, pairings.allBuyers);
  return {
    product,
    anchor,
    pairing: { row, position },
    use,
    tier,
    isPreferred:
      rules.touchNumber === 1 &&
      product.priceMinor !== null &&
      isPreferredPrice({ priceMinor: product.priceMinor, baseMinor: anchor.priceBaseMinor }, preferred),
    score: rankingScore(wilsonLower(support, row.buyers), lift),
    reason: checkCandidate(rules, anchor, product, { tier, grade, use }),
  };
}

/**
 * The anchors' own products, to be bought again. A line that comes on a selling plan replenishes itself, so it is left out.
 * In: anchors whose product runs out. Out: standings in rank order, each product once.
 */
export function listReplenishments(anchors: ReadonlyArray<Anchor>): ReadonlyArray<Standing> {
  const subscribed = new Set(
    anchors.filter(({ line }) => line.sellingPlanId !== null).map(({ product }) => product.number),
  );
  const seen = new Set<number>();
  return anchors
    .filter(({ product }) => !subscribed.has(product.number))
    .map<Standing>((anchor) => ({
      product: anchor.product,
      anchor,
      pairing: null,
      tier: null,
      isPreferred: false,
      score: 0,
      reason: checkSellable(anchor.product),
    }))
    .sort(compareStandings)
    .filter(({ product }) => !seen.has(product.number) && seen.add(product.number));
}
