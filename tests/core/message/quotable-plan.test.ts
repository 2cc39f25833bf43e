import { describe, expect, it } from 'vitest';
import { quotablePlan } from '#core/message/subscription-offer';

const plan = (name: string, percentOff: number) => ({
  sellingPlanId: `gid://shopify/SellingPlan/${name}`,
  name,
  percentOff,
});

describe('the plan that a replenishment quotes', () => {
  it('is the one with the largest saving from 10 to 15 %', () => {
    expect(quotablePlan([plan('a', 10), plan('b', 15), plan('c', 40)])?.name).toBe('b');
  });

  it('is the first of two with the same saving', () => {
    expect(quotablePlan([plan('a', 12), plan('b', 12)])?.name).toBe('a');
  });

  it('is none when all savings are outside', () => {
    expect(quotablePlan([plan('a', 9), plan('b', 16)])).toBeNull();
    expect(quotablePlan([])).toBeNull();
  });
});
