/**
 * p-values (fractions) of several metrics, raised so that the chance of any false finding stays at the level of one.
 * Out: in the order given. Source: Holm 1979.
 */
export function adjustHolm(pValues: ReadonlyArray<number>): ReadonlyArray<number> {
  const adjusted: number[] = [...pValues];
  let highest = 0;
  [...pValues.entries()]
    .sort(([, p], [, q]) => p - q)
    .forEach(([position, pValue], rank) => {
      highest = Math.max(highest, Math.min(1, (pValues.length - rank) * pValue));
      adjusted[position] = highest;
    });
  return adjusted;
}
