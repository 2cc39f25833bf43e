import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadOrdersFolder } from '../../../dev-store/stores/load-orders-folder';
import { paidOrders } from './paid-orders';

const FOLDER = resolve('../shared/data/online-retail-2011');
const isThere = existsSync(FOLDER);
if (!isThere) console.warn(`SKIPPED: the claims on a real gift shop need ${FOLDER}, which is not there`);

describe.skipIf(!isThere)('a real gift shop of 541,909 lines', () => {
  it('loads with the counts that its own description gives', { timeout: 60_000 }, async () => {
    const { counts, seed, orderIds } = await loadOrdersFolder(FOLDER);
    expect(counts).toEqual({
      sales: 22_061,
      cancellations: 3_836,
      adjustments: 3,
      salesWithoutDate: 0,
      salesWithoutLines: 1_336,
      lines: 541_909,
      linesWithoutQuantity: 1_336,
      orders: 20_725,
      customers: 4_339,
      products: 3_926,
      customLines: 2_396,
      linesWithoutPrice: 0,
    });
    const orders = paidOrders(seed);
    expect(orders.every((order, index) => order.createdAt >= (orders[index - 1]?.createdAt ?? 0))).toBe(true);
    const largest = orders.find((order) => order.id === orderIds.toId.get('581483'));
    expect(largest?.lines.map((line) => line.quantity)).toEqual([80_995]);
    expect(orders.every((order) => order.lines.every((line) => Number.isSafeInteger(line.unitMinor)))).toBe(
      true,
    );
  });
});
