import { describe, expect, it } from 'vitest';
import { confidence, rankingScore, ruleLift, wilsonLower } from '#core/affinity/measures';

describe('measures of a pairing', () => {
  it('30 of 100 buyers of A, where 200 of 1,000 buy B, are a confidence of 30 % and a ruleLift of 1.5', () => {
    expect(confidence(30, 100)).toBe(0.3);
    expect(ruleLift(30, 100, 200, 1000)).toBeCloseTo(1.5, 12);
  });

  it('a product that A’s buyers buy as often as everybody has a ruleLift of 1', () => {
    expect(ruleLift(20, 100, 200, 1000)).toBe(1);
  });

  it.each([
    [5, 20],
    [500, 2000],
    [1, 1],
  ])(
    'the Wilson lower bound of %i of %i is the lowest share that lies 1.96 standard errors below',
    (support, buyers) => {
      const bound = wilsonLower(support, buyers);
      expect(bound).toBeLessThan(support / buyers);
      expect(support / buyers - bound).toBeCloseTo(1.96 * Math.sqrt((bound * (1 - bound)) / buyers), 12);
    },
  );

  it('the Wilson lower bound of none is 0', () => {
    expect(wilsonLower(0, 50)).toBe(0);
  });

  it('the same share of more buyers scores higher', () => {
    expect(wilsonLower(500, 2000)).toBeGreaterThan(wilsonLower(5, 20));
  });

  it('the score is the Wilson lower bound times the root of ruleLift', () => {
    expect(rankingScore(0.2, 2.25)).toBeCloseTo(0.3, 12);
  });

  it('no buyers are a share of 0, not of nothing', () => {
    expect([confidence(0, 0), ruleLift(0, 0, 5, 10), wilsonLower(0, 0)]).toEqual([0, 0, 0]);
  });
});
