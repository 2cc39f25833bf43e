/** What `work` makes of all items, a few at a time, in order. In: items, most at once, the work on one batch. */
export async function inBatches<T, R>(
  items: ReadonlyArray<T>,
  size: number,
  work: (batch: ReadonlyArray<T>) => Promise<ReadonlyArray<R>>,
): Promise<ReadonlyArray<R>> {
  const results: R[] = [];
  for (let from = 0; from < items.length; from += size) {
    results.push(...(await work(items.slice(from, from + size))));
  }
  return results;
}
