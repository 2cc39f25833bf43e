import { shelf, stars } from './catalogue-entry';

const KITCHEN = 'Home & Garden > Kitchen & Dining';

const cup = shelf('Cups', `${KITCHEN} > Tableware > Drinkware > Coffee & Tea Cups`, 'durable');
const mug = shelf(
  'Travel Mugs',
  `${KITCHEN} > Food & Beverage Carriers > Thermoses & Travel Mugs`,
  'durable',
);
const teapot = shelf('Tea Pots', `${KITCHEN} > Tableware > Coffee Servers & Tea Pots`, 'durable');
const storage = shelf('Storage', `${KITCHEN} > Food Storage > Food Storage Containers`, 'durable');
const pan = shelf(
  'Cookware',
  `${KITCHEN} > Cookware & Bakeware > Cookware > Skillets & Frying Pans`,
  'durable',
);
const scrubber = shelf(
  'Cookware',
  'Home & Garden > Household Supplies > Household Cleaning Supplies > Scrub Brushes',
  'durable',
);
const knife = shelf('Knives', `${KITCHEN} > Kitchen Tools & Utensils > Kitchen Knives`, 'durable');
const knifeCare = shelf('Knife Care', `${KITCHEN} > Kitchen Tools & Utensils > Knife Sharpeners`, 'durable');
const board = shelf('Boards', `${KITCHEN} > Kitchen Tools & Utensils > Cutting Boards`, 'durable');
const furniture = shelf('Furniture', 'Furniture > Carts & Islands > Kitchen & Dining Carts', 'one_time');
const print = shelf(
  'Prints',
  'Home & Garden > Decor > Artwork > Posters, Prints, & Visual Artwork',
  'one_time',
);
const book = shelf('Books', 'Media > Books', 'one_time');
const course = shelf('Courses', 'Software > Digital Goods & Currency', 'digital');
const giftCard = shelf('Gift Cards', 'Gift Cards', 'gift_card');

export const TABLE_AND_KITCHEN = [
  cup('espresso-cups', 'Espresso Cups, set of 4', 2_800, 1, stars(4.7, 90)),
  cup('latte-cups', 'Latte Cups, set of 2', 3_400, 0.8, stars(4.6, 62)),
  cup('stoneware-mug', 'Stoneware Mug', 1_690, 1.2, stars(4.5, 119)),
  mug('travel-mug', 'Travel Mug, 350 ml', 2_900, 2, stars(4.5, 143)),
  mug('travel-mug-lid', 'Spare Lid for Travel Mug', 790, 0.3),
  teapot('teapot', 'Cast Iron Teapot', 4_200, 1.8, stars(4.6, 57)),
  storage('tea-tins', 'Tea Tins, set of 3', 2_400, 0.5, stars(4.6, 20)),
  storage('bean-jar', 'Airtight Bean Jar', 3_200, 0.6, stars(4.7, 101)),
  pan('cast-iron-pan', 'Cast Iron Pan, 26 cm', 6_900, 1.8, stars(4.8, 74)),
  pan('carbon-steel-pan', 'Carbon Steel Pan, 24 cm', 5_400, 0.5, stars(4.4, 33)),
  scrubber('chain-scrubber', 'Chain Mail Scrubber', 1_990, 0.3, stars(4.7, 26)),
  knife('chef-knife', "Chef's Knife, 20 cm", 9_900, 1.8, stars(4.8, 82)),
  knife('paring-knife', 'Paring Knife, 9 cm', 3_900, 0.6, stars(4.6, 35)),
  knifeCare('whetstone', 'Whetstone 1000/6000', 3_900, 0.4, stars(4.7, 48)),
  storage('magnetic-knife-bar', 'Magnetic Knife Bar, oak', 5_900, 0.4, stars(4.8, 17)),
  board('oak-board', 'Oak Cutting Board', 4_900, 0.7, stars(4.7, 51)),
  furniture('coffee-station', 'Oak Coffee Station', 24_900, 0.2, { ...stars(4.6, 8), costMinor: null }),
  print('harbour-print', 'Harbour Print, signed', 2_490, 0.3),
  book('coffee-atlas', 'The Coffee Atlas', 3_900, 0.5, stars(4.9, 23)),
  course('home-barista-course', 'Home Barista Course (online)', 4_900, 0.4, {
    costMinor: 0,
    ...stars(4.6, 31),
  }),
  giftCard('gift-card-50', 'Gift Card 50 EUR', 5_000, 0.6, { costMinor: null }),
];
