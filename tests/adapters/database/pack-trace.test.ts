import { expect, it } from 'vitest';
import { packTrace, unpackTrace } from '#adapters/database/pack-trace';
import { parseCandidates } from '#adapters/database/parse-decision';

const others = {
  weak_tier: ['gid://shopify/Product/12', 'gid://shopify/Product/345'],
  price_band: ['gid://elsewhere/Thing/12', 'gid://shopify/Product/7'],
  rating_low: [],
};

it('a trace comes back as it was kept, with GIDs of every kind', () => {
  const kept: unknown = JSON.parse(JSON.stringify(packTrace({ best: [], others, weights: null })));
  expect(unpackTrace(kept)).toEqual({ best: [], others, weights: null });
});

it('one that was kept as lists, before ids were packed, is read as it is', () => {
  expect(unpackTrace({ best: [], others })).toEqual({ best: [], others });
});

it('one that was kept before products were weighed has neither signals nor weights', () => {
  const candidate = {
    productId: 'gid://shopify/Product/1',
    anchorProductId: 'gid://shopify/Product/2',
    table: 'same_order',
    tier: 'strong',
    grade: 'automatic',
    support: 62,
    anchorBuyers: 500,
    confidence: 0.124,
    ruleLift: 2,
    wilsonLower: 0.1,
    score: 0.14,
    priceMinor: 2_400,
    priceBaseMinor: 12_000,
    labels: [],
    reason: null,
  } as const;
  expect(parseCandidates({ best: [candidate], others: {} })).toEqual({
    best: [{ ...candidate, signals: null }],
    others: {},
    weights: null,
  });
  const signals = { coOccurrence: 1, browse: 0.5, category: 0, rating: 0.6 };
  const weights = { coOccurrencePercent: 50, browsePercent: 20, categoryPercent: 20, ratingPercent: 10 };
  const weighed = { best: [{ ...candidate, signals }], others: {}, weights };
  expect(parseCandidates(JSON.parse(JSON.stringify(packTrace(weighed))))).toEqual(weighed);
});
