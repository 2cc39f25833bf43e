import { mineInSlices, type MiningInput } from '#core/affinity/mine-pairings';

/** Both tables, learned without pauses. */
export function minePairings(input: MiningInput) {
  const [sameOrder, nextOrder] = [...mineInSlices(input)].filter((mined) => mined !== null);
  if (!sameOrder || !nextOrder) throw new Error('mining ended before both tables were learned');
  return { sameOrder, nextOrder };
}
