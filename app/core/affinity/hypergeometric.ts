/** Terms below this part of their sum change nothing that a double can hold. */
const NEGLIGIBLE = 1e-18;

/**
 * The chance of meeting at least `observed` marked ones when `drawn` are drawn without replacement from a population of
 * which `marked` are marked: P(X >= observed), X ~ Hypergeometric(population, marked, drawn).
 * In: whole numbers, marked and drawn <= population. Out: fraction; below 1e-300 it may be 0.
 *
 * All weights are taken relative to the most likely count and grow from there by the ratio of neighbouring
 * probabilities (Johnson, Kotz & Kemp 1992, 6.2). They are only ever multiplied and added, so nothing cancels: log
 * factorials would lose eight digits at a million buyers.
 */
export function hypergeometricUpperTail(
  population: number,
  marked: number,
  drawn: number,
  observed: number,
): number {
  const lowest = Math.max(0, drawn + marked - population);
  const highest = Math.min(drawn, marked);
  if (observed <= lowest) return 1;
  if (observed > highest) return 0;
  const others = population - marked - drawn;
  const mode = Math.floor(((drawn + 1) * (marked + 1)) / (population + 2));
  let above = 0;
  let below = 0;

  let weight = 1;
  for (let count = mode; count <= highest && weight > 0; count += 1) {
    if (count >= observed) above += weight;
    else below += weight;
    if (count >= observed && weight < above * NEGLIGIBLE) break;
    weight *= ((marked - count) * (drawn - count)) / ((count + 1) * (others + count + 1));
  }

  weight = 1;
  for (let count = mode; count > lowest; count -= 1) {
    weight *= (count * (others + count)) / ((marked - count + 1) * (drawn - count + 1));
    if (count - 1 >= observed) above += weight;
    else below += weight;
    if (weight < (above + below) * NEGLIGIBLE) break;
  }
  return above / (above + below);
}
