import { shelf, stars } from './catalogue-entry';

const KITCHEN = 'Home & Garden > Kitchen & Dining';
const ACCESSORIES = `${KITCHEN} > Kitchen Appliance Accessories > Coffee Maker & Espresso Machine Accessories`;

const machine = shelf(
  'Machines',
  `${KITCHEN} > Kitchen Appliances > Coffee Makers & Espresso Machines`,
  'durable',
);
const frother = shelf('Milk', `${KITCHEN} > Kitchen Appliances > Milk Frothers & Steamers`, 'durable');
const grinder = shelf('Grinders', `${ACCESSORIES} > Coffee Grinders`, 'durable');
const kettle = shelf('Kettles', `${KITCHEN} > Kitchen Appliances > Electric Kettles`, 'durable');
const scale = shelf('Scales', `${KITCHEN} > Kitchen Tools & Utensils > Kitchen Scales`, 'durable');
const brewer = shelf('Manual Brewers', `${KITCHEN} > Tableware > Coffee Servers & Tea Pots`, 'durable');
const pitcher = shelf('Milk', `${ACCESSORIES} > Frothing Pitchers`, 'durable');
const portafilter = shelf('Barista Tools', `${ACCESSORIES} > Portafilters`, 'durable');
const tool = shelf('Barista Tools', `${KITCHEN} > Barware > Coffee Tools`, 'durable');

export const BREWING_EQUIPMENT = [
  machine('espresso-machine-solo', 'Espresso Machine Solo', 44_900, 2.6, stars(4.6, 187)),
  machine('espresso-machine-duo', 'Espresso Machine Duo', 69_900, 1.8, stars(4.8, 94)),
  machine('filter-machine-brewmaster', 'Filter Machine Brewmaster', 18_900, 1.2, stars(4.3, 71)),
  frother('milk-frother', 'Milk Frother', 5_900, 2.2, stars(4.6, 133)),
  grinder('grinder-mill-one', 'Electric Grinder Mill One', 15_900, 2.2, stars(4.6, 164)),
  grinder('grinder-mill-pro', 'Electric Grinder Mill Pro', 27_900, 0.8, stars(4.9, 58)),
  grinder('hand-grinder-ari', 'Hand Grinder Ari', 8_900, 0.8, stars(4.7, 102)),
  grinder('hand-grinder-mini', 'Hand Grinder Mini', 4_900, 0.8, stars(4.1, 86)),
  kettle('gooseneck-kettle', 'Gooseneck Kettle', 8_900, 2.4, stars(4.7, 149)),
  kettle('stove-kettle', 'Stove Kettle', 4_500, 0.6, { costMinor: null }),
  scale('brew-scale', 'Brew Scale', 3_900, 0.8, stars(4.5, 110)),
  scale('precision-scale', 'Precision Scale with Timer', 5_900, 0.6, stars(4.8, 77)),
  brewer('hand-dripper-02', 'Hand Dripper 02, porcelain', 2_900, 2.8, stars(4.8, 260)),
  brewer('french-press', 'French Press, 1 litre', 4_500, 2.4, stars(4.6, 198)),
  brewer('moka-pot', 'Moka Pot, 6 cups', 3_600, 2.4, stars(4.7, 171)),
  brewer('cold-brew-maker', 'Cold Brew Maker', 3_900, 1.8, stars(4.5, 69)),
  brewer('brew-carafe', 'Brew Carafe with Wooden Collar', 4_900, 0.8, stars(4.7, 53)),
  brewer('server-carafe', 'Server Carafe, 600 ml', 3_400, 0.6, stars(4.6, 45)),
  pitcher('milk-pitcher', 'Milk Pitcher, 350 ml', 1_990, 0.6, stars(4.7, 81)),
  portafilter('bottomless-portafilter', 'Bottomless Portafilter', 5_900, 0.4, stars(4.6, 29)),
  tool('tamper', 'Tamper, 58 mm', 2_900, 0.5, stars(4.6, 64)),
  tool('knock-box', 'Knock Box', 3_900, 0.5, stars(4.7, 39)),
  tool('distribution-tool', 'Distribution Tool', 2_490, 0.4, stars(4.2, 22)),
];
