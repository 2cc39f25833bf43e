import type { StoreSeed } from '../model';
import { unsubscribeAtFirstEmail } from './first-email-unsubscribe';
import { buildCustomers } from './orders-folder/build-customers';
import { buildOrders } from './orders-folder/build-orders';
import { buildProducts } from './orders-folder/build-products';
import { buildShop } from './orders-folder/build-shop';
import { DEFAULT_CURRENCY, zoneOfCurrency } from './orders-folder/currency-defaults';
import { datedSales } from './orders-folder/dated-sales';
import { currencyDecimals } from './orders-folder/decimal-to-minor';
import { describeWarnings } from './orders-folder/describe-warnings';
import type { OrdersFolderCounts } from './orders-folder/folder-counts';
import { openFaultLog } from './orders-folder/faults';
import { findCsvFile, requireCsvFile } from './orders-folder/find-csv-file';
import { parseLines } from './orders-folder/parse-lines';
import { parseOrders } from './orders-folder/parse-orders';
import { NO_CATALOGUE, parseProducts } from './orders-folder/parse-products';
import { mapSourceIds, type SourceIds } from './orders-folder/source-ids';

export type OrdersFolder = {
  readonly seed: StoreSeed;
  readonly counts: OrdersFolderCounts;
  readonly warnings: ReadonlyArray<string>;
  readonly orderIds: SourceIds;
  readonly productIds: SourceIds;
  readonly customerIds: SourceIds;
};

/** Reads orders, line_items and, where there is one, products (each .csv.gz or .csv) into a store. Nothing is written.
 * Throws OrdersFolderError with up to twenty faults when the folder does not hold what it should. */
export async function loadOrdersFolder(directory: string): Promise<OrdersFolder> {
  const ordersFile = requireCsvFile(directory, 'orders');
  const linesFile = requireCsvFile(directory, 'line_items');
  const productsFile = findCsvFile(directory, 'products');
  const faults = openFaultLog();

  const source = await parseOrders(ordersFile, faults);
  // Without usable orders every line would be a fault of its own.
  if (source.bySourceId.size === 0) faults.throwIfAny();
  const currency = source.currency ?? DEFAULT_CURRENCY;
  const decimals = currencyDecimals(currency);
  const catalogue =
    productsFile === null ? NO_CATALOGUE : await parseProducts(productsFile, decimals, faults);
  const lineCounts = await parseLines(linesFile, source.bySourceId, decimals, faults);
  faults.throwIfAny();

  const { sales, counts: orderCounts } = datedSales(source.bySourceId.values(), zoneOfCurrency(currency));
  const products = buildProducts(catalogue, sales, sales[0]?.createdAt ?? 0);
  const customers = buildCustomers(sales);
  const { orders, customLines, linesWithoutPrice } = buildOrders(
    sales,
    catalogue,
    products,
    customers,
    currency,
  );
  const counts = {
    ...orderCounts,
    ...lineCounts,
    orders: orders.length,
    customers: customers.length,
    products: products.length,
    customLines,
    linesWithoutPrice,
  };
  return {
    seed: {
      shop: buildShop(directory, currency, orders),
      products,
      customers,
      events: orders.map((order) => ({ at: order.createdAt, kind: 'order_paid', order })),
      pricesFollowOrders: !catalogue.hasPrices,
      answerEmail: unsubscribeAtFirstEmail,
    },
    counts,
    warnings: describeWarnings(counts, source.currency !== null),
    orderIds: mapSourceIds(orders),
    productIds: mapSourceIds(products),
    customerIds: mapSourceIds(customers),
  };
}
