import { describe, expect, it } from 'vitest';
import { comparePercent } from '#core/affinity/percent';
import { tierOf } from '#core/affinity/tier';
import { DEFAULT_SETTINGS } from '#core/settings/settings';

const { affinity } = DEFAULT_SETTINGS;

describe('tiers (C47)', () => {
  it.each([
    [1000, 10_000, 'strong'], // 10.0 %
    [999, 10_000, 'moderate'], // 9.99 %
    [400, 10_000, 'moderate'], // 4.0 %
    [399, 10_000, 'weak'], // 3.99 %
  ])('%i of %i buyers is %s', (support, buyers, tier) => {
    expect(tierOf(support, buyers, affinity)).toBe(tier);
  });

  it('an edge that doubles cannot hold is met by the exact count and missed by one less', () => {
    const thresholds = { ...affinity, strongPercent: 7.3 };
    expect(tierOf(73, 1000, thresholds)).toBe('strong');
    expect(tierOf(72, 1000, thresholds)).toBe('moderate');
    expect(tierOf(730_000, 10_000_000, thresholds)).toBe('strong');
    expect(tierOf(729_999, 10_000_000, thresholds)).toBe('moderate');
  });

  it('a merchant’s thresholds move the edges', () => {
    expect(tierOf(120, 1000, { ...affinity, strongPercent: 12.5 })).toBe('moderate');
    expect(tierOf(125, 1000, { ...affinity, strongPercent: 12.5 })).toBe('strong');
  });

  it('2 of 15 buyers is no tier at all, however high the share (C46)', () => {
    expect(tierOf(2, 15, affinity)).toBeNull();
  });

  it('19 buyers are too few and 20 are enough; 4 common buyers are too few and 5 are enough', () => {
    expect(tierOf(5, 19, affinity)).toBeNull();
    expect(tierOf(5, 20, affinity)).toBe('strong');
    expect(tierOf(4, 20, affinity)).toBeNull();
  });
});

describe('comparing a share with a percentage', () => {
  it('tells below, equal and above apart', () => {
    expect(comparePercent(39, 100, 40)).toBeLessThan(0);
    expect(comparePercent(40, 100, 40)).toBe(0);
    expect(comparePercent(41, 100, 40)).toBeGreaterThan(0);
  });
});
