import { shelf, stars } from './catalogue-entry';

const ACCESSORIES =
  'Home & Garden > Kitchen & Dining > Kitchen Appliance Accessories > Coffee Maker & Espresso Machine Accessories';

const filter = shelf('Filters', `${ACCESSORIES} > Coffee Filters`, 'consumable');
const water = shelf('Filters', `${ACCESSORIES} > Coffee Maker Water Filters`, 'consumable');
const spare = shelf(
  'Spare Parts',
  `${ACCESSORIES} > Coffee Maker & Espresso Machine Replacement Parts`,
  'consumable',
);
const cleaning = shelf(
  'Cleaning',
  'Home & Garden > Household Supplies > Household Cleaning Supplies > Household Cleaning Products',
  'consumable',
);

export const SUPPLIES = [
  filter('paper-filters-02', 'Paper Filters 02, pack of 100', 790, 1.5, {
    lastsDays: 55,
    percentOff: 10,
    ...stars(4.8, 231),
  }),
  filter('paper-filters-04', 'Paper Filters 04, pack of 100', 890, 1, {
    lastsDays: 55,
    percentOff: 10,
    ...stars(4.7, 96),
  }),
  filter('carafe-filters', 'Carafe Filters, pack of 100', 1190, 0.5, {
    lastsDays: 55,
    percentOff: 10,
    ...stars(4.6, 44),
  }),
  filter('tea-filters', 'Tea Filters, pack of 100', 490, 0.5, { lastsDays: 50, ...stars(4.4, 31) }),
  water('water-filter-cartridge', 'Water Filter Cartridge', 1490, 0.8, {
    lastsDays: 60,
    percentOff: 15,
    ...stars(4.5, 88),
  }),
  spare('moka-gasket-set', 'Moka Pot Gasket Set', 690, 0.3, { lastsDays: 180 }),
  cleaning('descaler-500', 'Descaler, 500 ml', 990, 1, { lastsDays: 80, percentOff: 12, ...stars(4.7, 176) }),
  cleaning('cleaning-tablets-60', 'Machine Cleaning Tablets, 60 pieces', 1490, 1, {
    lastsDays: 70,
    percentOff: 12,
    ...stars(4.6, 122),
  }),
  cleaning('grinder-tablets', 'Grinder Cleaning Tablets', 1490, 0.4, { lastsDays: 90, ...stars(4.5, 37) }),
  cleaning('milk-system-cleaner', 'Milk System Cleaner, 500 ml', 1290, 0.4, {
    lastsDays: 60,
    percentOff: 10,
    ...stars(4.5, 40),
  }),
  cleaning('cast-iron-oil', 'Cast Iron Care Oil', 1190, 0.3, { lastsDays: 120, ...stars(4.7, 15) }),
];
