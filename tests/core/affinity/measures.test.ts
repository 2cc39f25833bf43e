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

  it('the score is the Wilson lower bound times the fourth root of what the other table lets expect', () => {
    // 30 of 80 buyers, and 20 more who do as usual: 10 of 50 do, counting one more.
    const other = { support: 30, consequentBuyers: 9, allBuyers: 49 };
    expect(rankingScore({ support: 40, buyers: 80 }, other)).toBeCloseTo(
      wilsonLower(40, 80) * ((30 + 4) / 100) ** 0.25,
      12,
    );
  });

  it('where nobody has come back yet, the surer pairing scores higher', () => {
    const other = { support: 0, consequentBuyers: 0, allBuyers: 500 };
    const score = (support: number) => rankingScore({ support, buyers: 80 }, other);
    expect(score(41)).toBeGreaterThan(score(40));
  });

  it('of two pairings as sure, the one that the other table knows better scores higher', () => {
    const own = { support: 40, buyers: 80 };
    const score = (support: number, consequentBuyers: number) =>
      rankingScore(own, { support, consequentBuyers, allBuyers: 500 });
    expect(score(6, 50)).toBeGreaterThan(score(5, 50));
    expect(score(0, 51)).toBeGreaterThan(score(0, 50));
    expect(score(0, 1)).toBeGreaterThan(score(0, 0));
  });

  it('no buyers are a share of 0, not of nothing', () => {
    expect([confidence(0, 0), ruleLift(0, 0, 5, 10), wilsonLower(0, 0)]).toEqual([0, 0, 0]);
  });
});
