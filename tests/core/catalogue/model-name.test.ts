import { describe, expect, it } from 'vitest';
import { modelName } from '#core/catalogue/model-name';

describe('two titles are one model (C36)', () => {
  it.each([
    ['Road-150 Red, 48', 'Road-150 Red, 52'],
    ['Road-150 Red, 48', 'Road-150 Black, 52'],
    ['HL Road Frame - Black, 58', 'HL Road Frame - Red, 62'],
    ['Sport-100 Helmet, Red', 'Sport-100 Helmet, Blue'],
    ['Long-Sleeve Logo Jersey, S', 'Long-Sleeve Logo Jersey, XL'],
    ['Mountain-200 Silver, 38', 'Mountain-200 Black, 42'],
    ['Linen Shirt - M / Navy', 'Linen Shirt - XXL / Off White'],
    ['Linen Shirt (M)', 'Linen Shirt [Size 42]'],
    ['Trail Runner, EU 42.5', 'Trail Runner, UK 8'],
    ['Trail Runner – Black/White', 'Trail Runner — dark blue'],
    ['Espresso Beans, 1 kg', 'Espresso Beans, 250 g'],
    ['Espresso Beans, 1 kg', 'espresso  beans'],
    ['Espresso Beans, decaf, 1 kg', 'Espresso Beans, decaf, 250g'],
    ['Espresso Cups, set of 4', 'Espresso Cups, set of 2'],
    ['Paper Filters, pack of 100', 'Paper Filters, 40 pieces'],
    ['Cleaning Tablets, 60 tablets', 'Cleaning Tablets, 2-pack'],
    ['Cast Iron Pan, 26 cm', 'Cast Iron Pan, 28 cm'],
    ['Linen Towel - 50 x 100 cm', 'Linen Towel - 70 × 140 cm'],
    ['Water Bottle - 30 oz.', 'Water Bottle - 20 oz.'],
    ['Phone Aster | 128 GB', 'Phone Aster | 256 GB'],
    ['Day Cream, travel size', 'Day Cream, full size'],
    ['Sampler, 4 × 100 g', 'Sampler, 8 × 100 g'],
    ['Stoneware Mug', 'Stoneware Mug, matte black'],
  ])('%s / %s', (one, other) => {
    expect(modelName(one)).toBe(modelName(other));
  });
});

describe('two titles are different things', () => {
  it.each([
    ['Espresso Beans, 1 kg', 'Espresso Beans, decaf'],
    ['Espresso Beans, 1 kg', 'Espresso Beans, dark roast, 1 kg'],
    ['Hand Dripper 02, porcelain', 'Hand Dripper 02, glass'],
    ['Paper Filters 02, pack of 100', 'Paper Filters 04, pack of 100'],
    ['Earl Grey, 100 g', 'Earl Green, 100 g'], // a colour at the end of a name is not an option by itself
    ['Road-150 Red, 48', 'Road-250 Red, 48'],
    ['Sport-100 Helmet, Red', 'Sport-100 Visor, Red'],
    ['Travel Mug, 350 ml', 'Spare Lid for Travel Mug'],
    ['Hand Soap, refill', 'Hand Soap, 500 ml'], // what is refilled is sold beside the refill
    ['Candle, lavender', 'Candle, mint'], // scents
    ['Dune, 2', 'Dune, 3'], // one digit alone may be a volume
    ['Cable USB-C', 'Cable USB-A'],
    ['Metal sign,cupcake', 'Metal sign,piglet'], // no space, no separator
    ['Milk Frother', 'Milk Pitcher'],
    ['Harbour Print, signed', 'Harbour Print, framed'],
    ['Course - Level 1', 'Course - Level 2'],
    ['Lamp, 2700 K', 'Lamp, 4000 K'], // not known as an option, so it stays
  ])('%s / %s', (one, other) => {
    expect(modelName(one)).not.toBe(modelName(other));
  });
});

it.each(['Red', '52', ', M', '- / -', '', ' (L)'])(
  'nothing is left of no name: %j stays what it is',
  (title) => {
    expect(modelName(title)).toBe(title.trim().toLowerCase());
  },
);
