/** Lets whatever waits have its turn, such as an e-mail that fell due, before a long calculation goes on. */
export const othersTurn = () => new Promise<void>((resolve) => setImmediate(resolve));

/**
 * Runs a long calculation slice by slice, others having their turn after each.
 * In: the calculation, what to do with what a slice yields (default: nothing). Out: what the calculation returns.
 * Throws what either of them throws.
 */
export async function inSlices<Slice, Result>(
  calculation: Iterator<Slice, Result>,
  take?: (slice: Slice) => void,
): Promise<Result> {
  let step = calculation.next();
  for (; !step.done; step = calculation.next()) {
    take?.(step.value);
    await othersTurn();
  }
  return step.value;
}
