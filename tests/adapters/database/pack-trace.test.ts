import { expect, it } from 'vitest';
import { packTrace, unpackTrace } from '#adapters/database/pack-trace';

const others = {
  weak_tier: ['gid://shopify/Product/12', 'gid://shopify/Product/345'],
  price_band: ['gid://elsewhere/Thing/12', 'gid://shopify/Product/7'],
  rating_low: [],
};

it('a trace comes back as it was kept, with GIDs of every kind', () => {
  const kept: unknown = JSON.parse(JSON.stringify(packTrace({ best: [], others })));
  expect(unpackTrace(kept)).toEqual({ best: [], others });
});

it('one that was kept as lists, before ids were packed, is read as it is', () => {
  expect(unpackTrace({ best: [], others })).toEqual({ best: [], others });
});
