import { describe, expect, it } from 'vitest';
import { joinHistory } from '#adapters/shopify/join-history';
import { parseHistoryLine, type HistoryLine } from '#adapters/shopify/parse-history-line';
import type { OrderWithCustomer } from '#flows/ports';
import { aLine, anOrder, aSeed, SHOP, START } from './small-shop';
import { openShop } from './open-shop';

const DAY = 86_400_000;

async function collect(orders: AsyncIterable<OrderWithCustomer>): Promise<ReadonlyArray<OrderWithCustomer>> {
  const found: OrderWithCustomer[] = [];
  for await (const order of orders) found.push(order);
  return found;
}

describe('the history of a shop', () => {
  const orders = Array.from({ length: 300 }, (_, index) => {
    const id = String(1001 + index);
    return anOrder({
      id,
      createdAt: START + index * 60_000,
      lines: [aLine({ id: `1${id}` }), aLine({ id: `2${id}` })],
    });
  });

  it('comes as a bulk file whose lines find their orders, though some stand before them', async () => {
    const { admin, counts } = await openShop(aSeed({ orders }));
    const id = await admin.startHistoryExport(SHOP, START + 30 * DAY);
    const url = await urlOf(() => admin.historyExport(SHOP, id));
    const read = await collect(admin.readHistory(url ?? ''));
    expect(read.map(({ order }) => order.orderId).sort()).toEqual(
      orders.map(({ id }) => `gid://shopify/Order/${id}`),
    );
    expect(read.every(({ order }) => order.lines.length === 2)).toBe(true);
    expect(counts().adminCalls).toBeLessThan(100);
  });

  it('tells of an order what the ordinary query tells', async () => {
    const bundle = { id: '45', productId: '501', title: 'Starter kit', quantity: 1 };
    const lines = [aLine(), aLine({ id: '702', bundle })];
    const refunds = [
      { id: '61', at: START + 2 * DAY, lines: [{ lineId: '701', quantity: 1, subtotalMinor: 1250 }] },
    ];
    const { admin } = await openShop(aSeed({ orders: [anOrder({ lines, refunds })] }));
    const id = await admin.startHistoryExport(SHOP, START + DAY);
    const [exported] = await collect(
      admin.readHistory((await urlOf(() => admin.historyExport(SHOP, id))) ?? ''),
    );
    const [fetched] = await admin.fetchOrders(SHOP, ['gid://shopify/Order/1001']);
    expect(exported?.order).toEqual(fetched?.order);
    expect(fetched?.order.refunds).toEqual([{ refundedAt: START + 2 * DAY, amountMinor: 1250 }]);
  });

  it('ends where the shop begins to be looked after, and an empty one has no file', async () => {
    const { admin } = await openShop(aSeed({ orders: [anOrder()] }));
    const id = await admin.startHistoryExport(SHOP, START);
    expect(await urlOf(() => admin.historyExport(SHOP, id))).toBeNull();
  });

  it('that Shopify does not know has failed', async () => {
    const { admin } = await openShop(aSeed({}));
    expect(await admin.historyExport(SHOP, 'gid://shopify/BulkOperation/404')).toMatchObject({
      state: 'failed',
    });
  });
});

describe('joining the lines of a bulk file', () => {
  const order = (id: string): HistoryLine => ({
    __typename: 'Order',
    id,
    name: id,
    createdAt: '2026-11-01T09:00:00Z',
    updatedAt: '2026-11-01T09:00:00Z',
    processedAt: '2026-11-01T09:00:00Z',
    test: false,
    tags: [],
    currencyCode: 'EUR',
    currentSubtotalPriceSet: { shopMoney: { amount: '1.00' } },
    transactions: [],
    refunds: [],
    customAttributes: [],
  });
  const line = (id: string, parent: string): HistoryLine => ({
    __typename: 'LineItem',
    __parentId: parent,
    id,
    title: id,
    quantity: 1,
    currentQuantity: 1,
    isGiftCard: false,
    requiresShipping: true,
    originalUnitPriceSet: { shopMoney: { amount: '1.00' } },
    discountedTotalSet: { shopMoney: { amount: '1.00' } },
  });
  async function* from(lines: Iterable<HistoryLine>): AsyncIterable<HistoryLine> {
    yield* lines;
  }
  const join = (lines: Iterable<HistoryLine>) => collect(joinHistory(from(lines)));
  const shape = (read: ReadonlyArray<OrderWithCustomer>) =>
    read.map(({ order: { orderId, lines } }) => [orderId, ...lines.map(({ lineId }) => lineId)]);

  it('gives a line to its order from before, from behind and from far behind', async () => {
    const between = Array.from({ length: 1999 }, (_, index) => order(`other ${index}`));
    const read = await join([
      line('early', 'A'),
      order('A'),
      line('next', 'A'),
      ...between,
      line('late', 'A'),
    ]);
    expect(shape(read)[0]).toEqual(['A', 'early', 'next', 'late']);
  });

  it('hands on an order once enough newer ones have come, so that memory stays small', async () => {
    let given = 0;
    const endless = function* () {
      for (;;) yield order(`order ${given++}`);
    };
    for await (const first of joinHistory(from(endless()))) {
      expect(first.order.orderId).toBe('order 0');
      break;
    }
    expect(given).toBeLessThan(2_100);
  });

  it('refuses a file in which a line has no order', async () => {
    await expect(join([order('A'), line('lost', 'B')])).rejects.toThrow(/wait for their order, one for B/);
  });

  it('reads the refunds of an order, and none from a file that was asked for without them', () => {
    const money = { shopMoney: { amount: '1.00' } };
    const refunds = [{ createdAt: null, processedAt: '2026-11-02T09:00:00Z', totalRefundedSet: money }];
    const { refunds: _none, ...without } = { ...order('A'), refunds };
    expect(parseHistoryLine(JSON.stringify({ ...without, refunds }))).toMatchObject({ refunds });
    expect(parseHistoryLine(JSON.stringify(without))).toMatchObject({ refunds: [] });
  });

  it('refuses a line that is neither', () => {
    expect(() => parseHistoryLine('{"__typename":"Refund","id":"1"}')).toThrow(/no order and no line item/);
  });
});

async function urlOf(
  ask: () => Promise<{ readonly state: string; readonly url?: string | null }>,
): Promise<string | null> {
  for (;;) {
    const { state, url } = await ask();
    if (state === 'completed') return url ?? null;
    if (state !== 'running') throw new Error(`the export is ${state}`);
    await new Promise(setImmediate);
  }
}
