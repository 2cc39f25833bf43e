import { shelf, stars } from './catalogue-entry';

const coffee = shelf('Coffee Beans', 'Food, Beverages & Tobacco > Beverages > Coffee', 'consumable');
const tea = shelf('Tea', 'Food, Beverages & Tobacco > Beverages > Tea & Infusions', 'consumable');
const syrup = shelf(
  'Syrups',
  'Food, Beverages & Tobacco > Food Items > Condiments & Sauces > Syrup',
  'consumable',
);

const treat = shelf('Treats', 'Food, Beverages & Tobacco > Food Items > Candy & Chocolate', 'consumable');

const small = { lastsDays: 18, percentOff: 10 };
const large = { lastsDays: 45, percentOff: 12 };
const tin = { lastsDays: 40, percentOff: 10 };

export const COFFEE_AND_TEA = [
  coffee('harbour-espresso-250', 'Harbour Espresso Beans, 250 g', 1190, 9, { ...small, ...stars(4.8, 412) }),
  coffee('harbour-espresso-1000', 'Harbour Espresso Beans, 1 kg', 3490, 6, { ...large, ...stars(4.9, 288) }),
  coffee('lighthouse-filter-250', 'Lighthouse Filter Beans, 250 g', 1290, 6, {
    ...small,
    ...stars(4.7, 203),
  }),
  coffee('lighthouse-filter-1000', 'Lighthouse Filter Beans, 1 kg', 3690, 4, {
    ...large,
    ...stars(4.7, 140),
  }),
  coffee('napoli-dark-roast-250', 'Napoli Dark Roast, 250 g', 1150, 2, { ...small, ...stars(4.6, 97) }),
  coffee('breakwater-decaf-250', 'Breakwater Decaf, 250 g', 1350, 2, { ...small, ...stars(4.5, 61) }),
  coffee('ethiopia-yirgacheffe-250', 'Ethiopia Yirgacheffe, 250 g', 1490, 2, {
    ...small,
    ...stars(4.9, 118),
  }),
  coffee('colombia-huila-250', 'Colombia Huila, 250 g', 1390, 2, { ...small, ...stars(4.7, 75) }),
  coffee('guatemala-antigua-250', 'Guatemala Antigua, 250 g', 1390, 1, { ...small, ...stars(4.6, 34) }),
  coffee('kenya-nyeri-250', 'Kenya Nyeri, 250 g', 1590, 1, { ...small, ...stars(4.8, 41) }),
  coffee('cold-brew-blend-500', 'Cold Brew Blend, 500 g', 1450, 1, {
    lastsDays: 25,
    percentOff: 15,
    ...stars(4.6, 58),
  }),
  coffee('tidal-organic-500', 'Tidal Organic Beans, 500 g', 1990, 2, {
    lastsDays: 30,
    percentOff: 15,
    ...stars(4.7, 66),
  }),
  coffee('roasters-sampler', "Roaster's Sampler, 4 × 100 g", 1990, 2, { lastsDays: 25, ...stars(4.8, 152) }),
  tea('earl-grey-100', 'Earl Grey, 100 g', 1290, 1.5, { ...tin, ...stars(4.7, 83) }),
  tea('sencha-100', 'Sencha, 100 g', 1390, 1, { ...tin, ...stars(4.5, 47) }),
  tea('assam-breakfast-100', 'Assam Breakfast Tea, 100 g', 1190, 1, { ...tin, ...stars(4.6, 52) }),
  tea('peppermint-80', 'Peppermint Leaves, 80 g', 890, 0.7, tin),
  tea('chai-masala-100', 'Chai Masala, 100 g', 1150, 0.7, { ...tin, ...stars(4.2, 19) }),
  treat('cantuccini', 'Almond Cantuccini, 125 g', 490, 0.5, stars(4.8, 96)),
  treat('amaretti', 'Soft Amaretti, 150 g', 590, 0.5, stars(4.7, 71)),
  treat('caramel-wafers', 'Caramel Wafers, 8 pieces', 390, 0.4, stars(4.7, 54)),
  treat('chocolate-beans', 'Chocolate Coffee Beans, 200 g', 890, 0.5, stars(4.8, 88)),
  syrup('vanilla-syrup', 'Vanilla Syrup, 250 ml', 890, 0.8, { lastsDays: 50, ...stars(4.5, 28) }),
  syrup('drinking-chocolate', 'Drinking Chocolate, 400 g', 1190, 0.8, { lastsDays: 45, ...stars(4.8, 64) }),
];
