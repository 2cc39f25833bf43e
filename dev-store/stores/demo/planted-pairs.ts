export type PlantedPair = {
  readonly kind: 'same_order' | 'next_order';
  readonly antecedent: string; // handles
  readonly consequent: string;
  readonly rate: number;
};

/** The affinity that demo orders hold on purpose. Every time an antecedent enters an order, its same-order consequent
 * comes along at this rate, and the customer's following order holds the next-order consequent at that one. Free picks
 * come on top, so an observed share lies a little above the rate. */
export const PLANTED_PAIRS: ReadonlyArray<PlantedPair> = [
  sameOrder('espresso-machine-solo', 'descaler-500', 0.3),
  sameOrder('espresso-machine-solo', 'grinder-mill-one', 0.22),
  sameOrder('espresso-machine-duo', 'descaler-500', 0.3),
  sameOrder('espresso-machine-duo', 'grinder-mill-pro', 0.24),
  sameOrder('filter-machine-brewmaster', 'paper-filters-04', 0.4),
  sameOrder('milk-frother', 'milk-pitcher', 0.27),
  sameOrder('grinder-mill-one', 'precision-scale', 0.2),
  sameOrder('grinder-mill-one', 'grinder-tablets', 0.15),
  sameOrder('gooseneck-kettle', 'brew-scale', 0.25),
  sameOrder('gooseneck-kettle', 'stoneware-mug', 0.06),
  sameOrder('hand-dripper-02', 'paper-filters-02', 0.45),
  sameOrder('french-press', 'colombia-huila-250', 0.26),
  sameOrder('moka-pot', 'napoli-dark-roast-250', 0.32),
  sameOrder('cold-brew-maker', 'cold-brew-blend-500', 0.35),
  sameOrder('teapot', 'earl-grey-100', 0.33),
  sameOrder('travel-mug', 'travel-mug-lid', 0.07),
  sameOrder('cast-iron-pan', 'chain-scrubber', 0.22),
  sameOrder('chef-knife', 'whetstone', 0.2),
  // What is bought most has something small beside it too: touch 1 offers 25 to 50 % of what was paid for it.
  sameOrder('harbour-espresso-250', 'cantuccini', 0.24),
  sameOrder('harbour-espresso-250', 'chocolate-beans', 0.16),
  sameOrder('harbour-espresso-1000', 'cleaning-tablets-60', 0.22),
  sameOrder('lighthouse-filter-250', 'amaretti', 0.24),
  sameOrder('lighthouse-filter-250', 'paper-filters-02', 0.16),
  sameOrder('lighthouse-filter-1000', 'carafe-filters', 0.22),
  sameOrder('napoli-dark-roast-250', 'cantuccini', 0.26),
  sameOrder('breakwater-decaf-250', 'amaretti', 0.24),
  sameOrder('ethiopia-yirgacheffe-250', 'caramel-wafers', 0.22),
  sameOrder('colombia-huila-250', 'caramel-wafers', 0.22),
  sameOrder('tidal-organic-500', 'chocolate-beans', 0.26),
  sameOrder('roasters-sampler', 'chocolate-beans', 0.26),
  sameOrder('earl-grey-100', 'tea-filters', 0.26),
  sameOrder('assam-breakfast-100', 'tea-filters', 0.26),
  // Regulars have had the first thing already.
  sameOrder('harbour-espresso-250', 'amaretti', 0.16),
  sameOrder('harbour-espresso-1000', 'vanilla-syrup', 0.16),
  sameOrder('lighthouse-filter-250', 'cantuccini', 0.16),
  sameOrder('napoli-dark-roast-250', 'chocolate-beans', 0.2),
  sameOrder('breakwater-decaf-250', 'cantuccini', 0.2),
  sameOrder('colombia-huila-250', 'amaretti', 0.2),
  sameOrder('guatemala-antigua-250', 'caramel-wafers', 0.26),
  sameOrder('cold-brew-blend-500', 'amaretti', 0.24),
  sameOrder('sencha-100', 'tea-filters', 0.26),
  sameOrder('drinking-chocolate', 'caramel-wafers', 0.26),
  sameOrder('espresso-cups', 'chocolate-beans', 0.26),
  sameOrder('stoneware-mug', 'cantuccini', 0.24),
  sameOrder('knock-box', 'cleaning-tablets-60', 0.26),
  nextOrder('harbour-espresso-250', 'vanilla-syrup', 0.14),
  nextOrder('harbour-espresso-1000', 'milk-pitcher', 0.14),
  nextOrder('lighthouse-filter-250', 'drinking-chocolate', 0.14),
  nextOrder('lighthouse-filter-1000', 'stoneware-mug', 0.14),
  nextOrder('tidal-organic-500', 'stoneware-mug', 0.15),
  nextOrder('espresso-machine-solo', 'knock-box', 0.2),
  nextOrder('espresso-machine-duo', 'bottomless-portafilter', 0.18),
  nextOrder('milk-frother', 'latte-cups', 0.16),
  nextOrder('grinder-mill-one', 'bean-jar', 0.2),
  nextOrder('gooseneck-kettle', 'hand-grinder-ari', 0.16),
  nextOrder('hand-dripper-02', 'server-carafe', 0.18),
  nextOrder('moka-pot', 'espresso-cups', 0.17),
  nextOrder('french-press', 'hand-grinder-mini', 0.14),
  nextOrder('teapot', 'tea-tins', 0.15),
  nextOrder('cast-iron-pan', 'oak-board', 0.14),
  nextOrder('chef-knife', 'magnetic-knife-bar', 0.15),
];

function sameOrder(antecedent: string, consequent: string, rate: number): PlantedPair {
  return { kind: 'same_order', antecedent, consequent, rate };
}

function nextOrder(antecedent: string, consequent: string, rate: number): PlantedPair {
  return { kind: 'next_order', antecedent, consequent, rate };
}
