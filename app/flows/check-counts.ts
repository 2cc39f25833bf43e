import { countShop, isSameCount, pairsIn, type ShopCounts } from '#core/affinity/count-shop';
import type { BasketColumns } from '#core/affinity/index-baskets';
import { DAY_MS, EVER, type Instant } from '#core/shared/time';
import { inSlices } from './in-slices';
import type { Tools } from './ports';
import type { ImportProgress, ImportStore } from './ports/import-store';

/** In as many nights every pair is counted once more; what is counted of products and people is looked at every night. */
const NIGHTS = 28;
/** A shop of more is one of very wide baskets: to keep all their pairs would cost more than to mine them at night. */
const MOST_PAIRS = 5_000_000;
const COMING: ReadonlySet<ImportProgress['state']> = new Set(['requested', 'exporting', 'reading']);

/** What the counts say tonight, before the orders are read. Null: nothing can be held against the orders. */
export type CountsTonight = { readonly changes: string; readonly kept: ShopCounts } | null;

/**
 * Moves the counts that orders keep right to tonight's window, and reads a part of them to be checked.
 * In: shop, begin of the window (ms), now (ms). Out: what is kept; null where it has to be counted anew.
 */
export async function readCounts(
  { store }: Pick<Tools, 'store'>,
  input: { readonly shopId: string; readonly from: Instant; readonly now: Instant },
): Promise<CountsTonight> {
  const { shopId, from, now } = input;
  if (!(await store.moveCountWindow(shopId, from))) return null;
  const changes = await store.countChanges(shopId);
  const kept = await store.keptCounts(shopId, { one: partOf(now), of: NIGHTS });
  return changes !== null && kept !== null ? { changes, kept } : null;
}

/**
 * Holds the counts against the orders of the same moment, and counts anew where there are none or where they differ,
 * which only a fault of ours can bring about: it is logged, and nobody is served by waiting for who finds it.
 * In: shop, begin of the window (ms), now (ms), baskets since, what the counts said. Out: nothing.
 */
export async function checkCounts(
  { store, log }: Pick<Tools, 'store' | 'log'>,
  input: {
    readonly shopId: string;
    readonly from: Instant;
    readonly now: Instant;
    readonly baskets: BasketColumns;
    readonly tonight: CountsTonight;
  },
): Promise<void> {
  const { shopId, from, now, baskets, tonight } = input;
  if (tonight === null) {
    const isTooWide = pairsIn(baskets) > MOST_PAIRS;
    if (!isTooWide && !(await isHistoryComing(store, shopId))) await store.countAnew(shopId, from);
    return;
  }
  // An order came in meanwhile, or lies ahead: the baskets are not what was counted. Another night will do.
  if ((await store.countChanges(shopId)) !== tonight.changes) return;
  if ((await store.countedOrders(shopId, now, EVER)) > 0) return;
  const counted = await inSlices(countShop(baskets, (product) => product % NIGHTS === partOf(now)));
  if (isSameCount(tonight.kept, counted)) return;
  log.warn(
    { shopId, orders: counted.orders, kept: tonight.kept.orders },
    'pair counts were wrong; counting anew',
  );
  await store.countAnew(shopId, from);
}

/** Until a shop's history is in, each of its orders would be counted on its way, which costs more than the first mining. */
async function isHistoryComing(store: ImportStore, shopId: string): Promise<boolean> {
  const history = await store.findImport(shopId);
  return history !== null && COMING.has(history.state);
}

function partOf(now: Instant): number {
  return Math.floor(now / DAY_MS) % NIGHTS;
}
