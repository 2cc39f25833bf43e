import { layOutBaskets, type Basket } from '#core/affinity/index-baskets';
import { mineInSlices, type MiningInput } from '#core/affinity/mine-pairings';

/** Both tables, learned without pauses. */
export function minePairings(
  input: Omit<MiningInput, 'baskets'> & { readonly baskets: ReadonlyArray<Basket> },
) {
  const mining = mineInSlices({ ...input, baskets: layOutBaskets(input.baskets) });
  const [sameOrder, nextOrder] = [...mining].filter((mined) => mined !== null);
  if (!sameOrder || !nextOrder) throw new Error('mining ended before both tables were learned');
  return { sameOrder, nextOrder };
}
