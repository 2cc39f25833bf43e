import { comparePercent } from './percent';

/** The standard normal quantile of a two-sided 95 % interval. */
const Z = 1.96;

/** confidence(A -> B) as a fraction: distinct buyers of both / distinct buyers of A. 0 when nobody bought A. */
export function confidence(support: number, buyers: number): number {
  return buyers === 0 ? 0 : support / buyers;
}

/**
 * How many times likelier B is among the buyers of A than among all buyers; 1 = A tells nothing about B.
 * In: counts of distinct buyers; in the next-order table those of B who bought it in a following order.
 * Out: confidence / base rate, 0 when one of the counts is 0.
 */
export function ruleLift(
  support: number,
  buyers: number,
  consequentBuyers: number,
  allBuyers: number,
): number {
  const expected = buyers * consequentBuyers;
  return expected === 0 ? 0 : (support * allBuyers) / expected;
}

/**
 * The lower end of the 95 % score interval of a share, as a fraction: 5 of 20 counts for less than 500 of 2,000.
 * In: counts, support <= buyers. Out: 0 when buyers is 0. Source: Wilson 1927.
 */
export function wilsonLower(support: number, buyers: number): number {
  if (buyers === 0) return 0;
  const share = support / buyers;
  const z2 = (Z * Z) / buyers;
  const half = Z * Math.sqrt((share * (1 - share) + z2 / 4) / buyers);
  return Math.max(0, (share + z2 / 2 - half) / (1 + z2));
}

/** As many buyers as a pairing needs at least: so much weight has what is usual where the other table says little. */
const USUAL_BUYERS = 20;

/**
 * What candidates of one tier are ranked by: how sure the pairing is in its own table, times the fourth root of how often
 * the consequent is to be expected by the other one, so that of two pairings as sure the one wins that also brings people
 * back (or goes with the order). Why this and not another one: docs/decisions/0030.
 * In: distinct buyers of the pair and of its antecedent; of the other table the distinct buyers of the pair (0 where they
 * are below the minimum), those who bought the consequent there, and all buyers. Out: a fraction, the larger the better.
 */
export function rankingScore(
  own: { readonly support: number; readonly buyers: number },
  other: { readonly support: number; readonly consequentBuyers: number; readonly allBuyers: number },
): number {
  // One more than there are, so that where nobody has come back yet the pairing's own table decides.
  const usual = (other.consequentBuyers + 1) / (other.allBuyers + 1);
  const expected = (other.support + USUAL_BUYERS * usual) / (own.buyers + USUAL_BUYERS);
  return wilsonLower(own.support, own.buyers) * expected ** 0.25;
}

/** The upper end of the same interval, as a fraction. In: counts, support <= buyers. Out: 1 when buyers is 0. */
export function wilsonUpper(support: number, buyers: number): number {
  return 1 - wilsonLower(buyers - support, buyers);
}

const MOST_DIGITS = 4;

/**
 * How many decimals a percentage needs so that it does not print as a border that it misses: 9.96 % is not "10.0 %".
 * In: counts, borders in percent. Out: 1, or as many as it takes, at most 4.
 */
export function shareDigits(support: number, buyers: number, borders: ReadonlyArray<number>): number {
  const percent = confidence(support, buyers) * 100;
  for (let digits = 1; digits < MOST_DIGITS; digits += 1) {
    const printed = Number(percent.toFixed(digits));
    if (borders.every((border) => printed >= border === comparePercent(support, buyers, border) >= 0))
      return digits;
  }
  return MOST_DIGITS;
}
