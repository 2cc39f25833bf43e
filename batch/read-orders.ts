import { basename, resolve } from 'node:path';
import { datedSales } from '../dev-store/stores/orders-folder/dated-sales';
import { currencyDecimals } from '../dev-store/stores/orders-folder/decimal-to-minor';
import { openFaultLog } from '../dev-store/stores/orders-folder/faults';
import { findCsvFile, requireCsvFile, type CsvFile } from '../dev-store/stores/orders-folder/find-csv-file';
import { parseLines } from '../dev-store/stores/orders-folder/parse-lines';
import { parseOrders } from '../dev-store/stores/orders-folder/parse-orders';
import { NO_CATALOGUE, parseProducts } from '../dev-store/stores/orders-folder/parse-products';

const ANY_CURRENCY = 'USD'; // amounts are only asked whether they are above 0

/** An order that counts: a sale with a customer, a date and at least one product that counts. */
export type CountedSale = {
  readonly customerId: string;
  readonly at: number; // the shop's wall clock, as if it were UTC, in ms
  readonly productIds: ReadonlyArray<string>; // distinct, ascending as text
};

export type CountedSales = {
  readonly sales: ReadonlyArray<CountedSale>; // by customer (as text), then time, then order id (as text)
  readonly lastAt: number | null; // of all dated sales; null: none has a date
};

/**
 * Reads the orders of a folder by the counting rules of a batch and no others: sales with a customer, quantity and price
 * above 0 (an unknown price counts), no fees; nothing is netted, nobody is left out as a reseller.
 * In: the folder; a catalogue elsewhere, or null for the folder's own. Throws OrdersFolderError with every fault.
 */
export async function readCountedSales(
  directory: string,
  productsPath: string | null,
): Promise<CountedSales> {
  const [ordersFile, linesFile] = [
    requireCsvFile(directory, 'orders'),
    requireCsvFile(directory, 'line_items'),
  ];
  const productsFile =
    productsPath === null ? findCsvFile(directory, 'products') : fileAt(resolve(productsPath));
  const faults = openFaultLog();
  const { bySourceId, currency } = await parseOrders(ordersFile, faults);
  if (bySourceId.size === 0) faults.throwIfAny();
  const decimals = currencyDecimals(currency ?? ANY_CURRENCY);
  const catalogue =
    productsFile === null ? NO_CATALOGUE : await parseProducts(productsFile, decimals, faults);
  await parseLines(linesFile, bySourceId, decimals, faults);
  faults.throwIfAny();

  const { sales } = datedSales(bySourceId.values(), 'UTC');
  const isCounted = (productId: string) => catalogue.bySourceId.get(productId)?.isMerchandise !== false;
  const counted = sales.flatMap(({ order, createdAt }): ReadonlyArray<CountedSale> => {
    const ids = order.lines.filter(({ isFree }) => !isFree).map(({ productSourceId }) => productSourceId);
    const productIds = [...new Set(ids)].filter(isCounted).sort();
    const customerId = order.customerSourceId;
    return customerId === null || productIds.length === 0 ? [] : [{ customerId, at: createdAt, productIds }];
  });
  // A stable sort: one customer's orders stay in time order.
  const byCustomer = counted.sort((a, b) => compareText(a.customerId, b.customerId));
  return { sales: byCustomer, lastAt: sales.at(-1)?.createdAt ?? null };
}

/** In the order of their characters, whatever the language of the machine. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function fileAt(path: string): CsvFile {
  return { name: basename(path), path, gzipped: path.endsWith('.gz') };
}
