import { describe, expect, it } from 'vitest';
import type { CustomerFacts } from '#core/segments/customer-facts';
import { matchSegments } from '#core/segments/match-segments';
import { segmentIdFrom, type Condition } from '#core/segments/own-segment';
import { segmentRows } from '#core/segments/segment-rows';
import { DEFAULT_SETTINGS } from '#core/settings/settings';
import { buildFacts, buildSegment } from '../../support/build-segment';

const holds = (condition: Condition, facts: Partial<CustomerFacts>) =>
  matchSegments(buildFacts(facts), [buildSegment({ conditions: [condition] })]).length === 1;
const bought = (over: Partial<CustomerFacts['bought']>) => ({
  bought: { productIds: [], categories: [], usedDiscount: false, ...over },
});
const LAMP = 'gid://shopify/Product/7';

describe('a condition', () => {
  it.each<[string, Condition, Partial<CustomerFacts>, Partial<CustomerFacts>]>([
    [
      'at least 3 orders',
      { fact: 'order_count', is: 'at_least', value: 3 },
      { orderCount: 3 },
      { orderCount: 2 },
    ],
    [
      'at most 3 orders',
      { fact: 'order_count', is: 'at_most', value: 3 },
      { orderCount: 3 },
      { orderCount: 4 },
    ],
    [
      'spent at least 100.00',
      { fact: 'total_spent', is: 'at_least', value: 10_000 },
      { totalSpentMinor: 10_000 },
      { totalSpentMinor: 9_999 },
    ],
    [
      'in the top 20 %',
      { fact: 'mean_order_value', is: 'is', value: 20 },
      { meanOrderValueMinor: 8_000 },
      { meanOrderValueMinor: 7_999 },
    ],
    [
      'not in the top 20 %',
      { fact: 'mean_order_value', is: 'is_not', value: 20 },
      { meanOrderValueMinor: 7_999 },
      { meanOrderValueMinor: 8_000 },
    ],
    [
      'a tag, whatever its case',
      { fact: 'tag', is: 'is', value: 'Gold' },
      { tags: ['gold'] },
      { tags: ['golden'] },
    ],
    ['without a tag', { fact: 'tag', is: 'is_not', value: 'gold' }, { tags: [] }, { tags: ['Gold'] }],
    ['a country', { fact: 'country', is: 'is', value: 'de' }, { countryCode: 'DE' }, { countryCode: 'AT' }],
    ['a language', { fact: 'locale', is: 'is', value: 'de' }, { locale: 'de-AT' }, { locale: 'den' }],
    [
      'a language of a country',
      { fact: 'locale', is: 'is', value: 'de-AT' },
      { locale: 'de-at' },
      { locale: 'de' },
    ],
    [
      'a bought product',
      { fact: 'product', is: 'is', value: LAMP },
      bought({ productIds: [LAMP] }),
      bought({ productIds: ['gid://shopify/Product/77'] }),
    ],
    [
      'a category, with those below it',
      { fact: 'category', is: 'is', value: 'Home > Light' },
      bought({ categories: ['Home > Light > Lamps'] }),
      bought({ categories: ['Home > Lighters'] }),
    ],
    [
      'never used a discount',
      { fact: 'discount', is: 'is_not' },
      bought({ usedDiscount: false }),
      bought({ usedDiscount: true }),
    ],
  ])('%s holds one and not its twin', (_, condition, inside, outside) => {
    expect(holds(condition, inside)).toBe(true);
    expect(holds(condition, outside)).toBe(false);
  });

  it.each<[string, 'country' | 'locale', Partial<CustomerFacts>]>([
    ['an order without an address', 'country', { countryCode: null }],
    ['a guest', 'locale', { locale: null }],
  ])('about what is not known holds neither way: %s', (_, fact, facts) => {
    expect(holds({ fact, is: 'is', value: 'de' }, facts)).toBe(false);
    expect(holds({ fact, is: 'is_not', value: 'de' }, facts)).toBe(false);
    expect(holds({ fact, is: 'is_not', value: 'de' }, {})).toBe(true);
  });

  it('about the top share holds nobody where there are too few customers to draw a border', () => {
    const rich = { meanOrderValueMinor: 1_000_000 };
    expect(
      holds({ fact: 'mean_order_value', is: 'is', value: 20 }, { ...rich, valueBordersMinor: null }),
    ).toBe(false);
    expect(holds({ fact: 'mean_order_value', is: 'is', value: 20 }, rich)).toBe(true);
  });
});

describe('several conditions', () => {
  const conditions: ReadonlyArray<Condition> = [
    { fact: 'order_count', is: 'at_least', value: 3 },
    { fact: 'country', is: 'is', value: 'DE' },
  ];
  const held = (join: 'all' | 'any', facts: Partial<CustomerFacts>) =>
    matchSegments(buildFacts(facts), [buildSegment({ join, conditions })]).length === 1;

  it('joined by all need each of them, joined by any one of them', () => {
    const one = { orderCount: 3, countryCode: 'GB' };
    expect([held('all', one), held('any', one)]).toEqual([false, true]);
    expect([held('all', { ...one, countryCode: 'DE' }), held('any', { orderCount: 1 })]).toEqual([
      true,
      false,
    ]);
  });
});

describe('the rows of a shop', () => {
  const rowsWith = (order: ReadonlyArray<string>, own = [buildSegment()]) =>
    segmentRows({ ...DEFAULT_SETTINGS, segments: { ...DEFAULT_SETTINGS.segments, own, order } });
  const matching = (order: ReadonlyArray<string>) =>
    matchSegments(buildFacts({ orderCount: 1 }), rowsWith(order)).map(({ id }) => id);

  it('stand in the order of the merchant, ready-made and own together', () => {
    expect(matching(['own', 'first_time', 'loyalty', 'high_aov', 'repeat'])).toEqual(['own', 'first_time']);
    expect(matching(['first_time', 'own', 'loyalty', 'high_aov', 'repeat'])).toEqual(['first_time', 'own']);
  });

  it('that the order does not name stand at its end', () => {
    expect(rowsWith(['repeat']).map(({ id }) => id)).toEqual([
      'repeat',
      'loyalty',
      'high_aov',
      'first_time',
      'own',
    ]);
  });

  it('that are off hold nobody', () => {
    expect(matchSegments(buildFacts(), [buildSegment({ isOn: false })])).toEqual([]);
    expect(matchSegments(buildFacts(), [buildSegment({ isOn: true })])).toHaveLength(1);
  });
});

it.each([
  ['Gold Members', [], 'gold_members'],
  ['Gold members', ['gold_members'], 'gold_members_2'],
  ['Käufer aus Köln', [], 'kaufer_aus_koln'],
  ['金', ['segment'], 'segment_2'],
])('%s is called by an id that can be read', (name, taken, id) => {
  expect(segmentIdFrom(name, taken)).toBe(id);
});
