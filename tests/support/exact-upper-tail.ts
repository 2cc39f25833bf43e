/**
 * P(X >= observed), X ~ Hypergeometric, by counting draws with whole numbers of any size; 30 digits are kept in the last
 * division. In: as for hypergeometricUpperTail. Out: fraction.
 */
export function exactUpperTail(population: number, marked: number, drawn: number, observed: number): number {
  const others = population - marked;
  const lowest = Math.max(observed, drawn - others, 0);
  const highest = Math.min(marked, drawn);
  let ways = 0n;
  let here = lowest > highest ? 0n : choose(marked, lowest) * choose(others, drawn - lowest);
  for (let count = lowest; count <= highest; count += 1) {
    ways += here;
    here =
      (here * BigInt((marked - count) * (drawn - count))) /
      BigInt((count + 1) * Math.max(1, others - drawn + count + 1));
  }
  const all = choose(population, drawn);
  if (ways === 0n) return 0;
  // Scale so that far tails keep their digits.
  const digits = all.toString().length - ways.toString().length + 30;
  return Number(`${(ways * 10n ** BigInt(digits)) / all}e-${digits}`);
}

function choose(n: number, k: number): bigint {
  let ways = 1n;
  for (let i = 1; i <= k; i += 1) ways = (ways * BigInt(n - k + i)) / BigInt(i);
  return ways;
}
