import { describe, expect, it } from 'vitest';
import type { LearnedTable } from '#core/affinity/pairing';
import { addPairing, changePairings } from '#flows/change-pairings';
import { listShopPairings } from '#flows/list-pairings';
import { MONDAY } from '../../support/build-order';
import { buildProduct } from '../../support/build-product';
import { installShop } from '../../support/build-shop';
import { openStore } from '../../support/open-store';

const { store } = await openStore();
const idOf = (at: number) => `gid://shopify/Product/${at}`;
const QUERY = { tab: 'all', search: '', sort: 'rate', isDescending: true, page: 1 } as const;

/** A shop whose product 0 is followed by products 1 to `followers`, the later the more often, of 1000 buyers. */
async function shopWith(followers: number, titleOf = (at: number) => `Product ${at}`) {
  const shopId = await installShop(store);
  const products = Array.from({ length: followers + 1 }, (_, at) =>
    buildProduct({ productId: idOf(at), title: titleOf(at) }),
  );
  await store.upsertProducts(shopId, products);
  const numbers = await store.productNumbers(
    shopId,
    products.map(({ productId }) => productId),
  );
  const consequents = products.slice(1).map(({ productId }) => numbers.get(productId) ?? -1);
  const mining: LearnedTable = {
    table: 'same_order',
    windowFrom: 0,
    windowTo: MONDAY,
    orders: 4000,
    allBuyers: 3000,
    categories: [],
    rows: [
      {
        antecedent: numbers.get(idOf(0)) ?? -1,
        buyers: 1000,
        consequents,
        support: consequents.map((_, at) => at + 1),
        consequentBuyers: consequents.map(() => 300),
        grades: consequents.map(() => 'automatic'),
        scores: consequents.map(() => 1000),
      },
    ],
  };
  await store.replacePairings(shopId, mining, MONDAY);
  return { shopId, mining };
}
const list = async (shopId: string, over: Partial<Parameters<typeof listShopPairings>[1]['query']> = {}) => {
  const listed = await listShopPairings({ store }, { shopId, now: MONDAY, query: { ...QUERY, ...over } });
  if (!listed) throw new Error(`${shopId} has no list`);
  return listed;
};
const key = (consequent: number) =>
  ({ table: 'same_order', antecedentId: idOf(0), consequentId: idOf(consequent) }) as const;
const change = (shopId: string, consequent: number, use: 'pinned' | 'blocked' | null) =>
  changePairings(
    { store },
    { shopId, changes: [{ ...key(consequent), use }], savedBy: 'merchant', now: MONDAY },
  );

describe('the list of pairings', () => {
  it('comes in pages of 50, most often bought first, and the last page holds the rest', async () => {
    const { shopId } = await shopWith(120);
    const first = await list(shopId);
    expect(first).toMatchObject({ total: 120, first: 1, page: 1, pages: 3 });
    expect(first.rows).toHaveLength(50);
    expect(first.rows[0]).toMatchObject({ recommendedTitle: 'Product 120', standing: 'strong' });
    const last = await list(shopId, { page: 99 });
    expect(last).toMatchObject({ first: 101, page: 3 });
    expect(last.rows.map(({ recommendedTitle }) => recommendedTitle).at(-1)).toBe('Product 1');
  });

  it('is cut into tiers, and the figures above are the rows behind them', async () => {
    const { shopId } = await shopWith(120);
    const { summary } = await list(shopId);
    for (const tab of ['strong', 'moderate'] as const)
      expect((await list(shopId, { tab })).total).toBe(summary[tab]);
    expect(summary).toMatchObject({ strong: 21, moderate: 60, overrides: 0 });
  });

  it('finds by a part of either title, whatever the case', async () => {
    const { shopId } = await shopWith(20, (at) => (at === 7 ? 'Gel Insoles' : `Product ${at}`));
    expect((await list(shopId, { search: 'INSOLE' })).rows.map((row) => row.recommendedTitle)).toEqual([
      'Gel Insoles',
    ]);
    expect((await list(shopId, { search: 'nothing' })).total).toBe(0);
  });

  it('lists 50,000 pairings in well under a second', async () => {
    const { shopId, mining } = await shopWith(250);
    const [row] = mining.rows;
    const all = row ? [row.antecedent, ...row.consequents] : [];
    const rows = all.map((antecedent) => {
      const consequents = all.filter((number) => number !== antecedent).slice(0, 200);
      return {
        antecedent,
        buyers: 1000,
        consequents,
        support: consequents.map((_, at) => at + 1),
        consequentBuyers: consequents.map(() => 300),
        grades: consequents.map(() => 'automatic' as const),
        scores: consequents.map(() => 1000),
      };
    });
    await store.replacePairings(shopId, { ...mining, rows }, MONDAY + 1);
    await change(shopId, 3, 'pinned');
    const start = performance.now();
    expect((await list(shopId, { sort: 'bought' })).total).toBe(50_200);
    const cold = performance.now() - start;
    await list(shopId);
    expect({ cold, warm: performance.now() - start - cold }).toSatisfy(
      (took: { cold: number; warm: number }) => took.cold < 1500 && took.warm < 1000,
    );
  }, 60_000);
});

describe("the merchant's decisions", () => {
  it('survive a refresh, and are undone by what the change answers', async () => {
    const { shopId, mining } = await shopWith(120);
    const blocked = await change(shopId, 120, 'blocked');
    await store.replacePairings(shopId, mining, MONDAY + 1);
    expect((await list(shopId, { tab: 'excluded' })).rows).toMatchObject([
      { recommendedTitle: 'Product 120', use: 'blocked' },
    ]);
    if (blocked.kind !== 'changed') throw new Error('not changed');
    await changePairings({ store }, { shopId, changes: blocked.undo, savedBy: 'merchant', now: MONDAY });
    expect((await list(shopId, { tab: 'excluded' })).total).toBe(0);
    expect((await list(shopId)).summary.overrides).toBe(0);
  });

  it('of one shop are not seen by another with the same products', async () => {
    const [one, two] = [await shopWith(5), await shopWith(5)];
    await change(one.shopId, 3, 'pinned');
    expect(await store.allOverrides(two.shopId)).toEqual([]);
    expect(await store.overridesOf(two.shopId, 'same_order', [idOf(0)])).toEqual([]);
    expect(await store.overridesOf(one.shopId, 'same_order', [idOf(0)])).toHaveLength(1);
    await changePairings(
      { store },
      { shopId: two.shopId, changes: [{ ...key(3), use: null }], savedBy: 'x', now: MONDAY },
    );
    expect(await store.allOverrides(one.shopId)).toHaveLength(1);
    expect((await list(two.shopId, { tab: 'own' })).total).toBe(0);
  });

  it('a product is not paired with itself, nor twice, nor with what the shop does not sell', async () => {
    const { shopId } = await shopWith(5);
    const add = (antecedent: number, consequent: number) =>
      addPairing(
        { store },
        {
          shopId,
          table: 'same_order',
          antecedentId: idOf(antecedent),
          consequentId: idOf(consequent),
          savedBy: 'merchant',
          now: MONDAY,
        },
      );
    expect(await add(1, 1)).toEqual({ kind: 'refused', problem: 'same_product' });
    expect(await add(0, 3)).toEqual({ kind: 'exists' }); // mined
    expect(await add(1, 99)).toEqual({ kind: 'refused', problem: 'unknown_product' });
    expect(await add(1, 2)).toMatchObject({ kind: 'changed' });
    expect(await add(1, 2)).toEqual({ kind: 'exists' });
    expect((await list(shopId, { tab: 'own' })).rows).toMatchObject([
      { recommendedTitle: 'Product 2', use: 'curated', standing: 'uncounted', counts: null },
    ]);
  });
});
