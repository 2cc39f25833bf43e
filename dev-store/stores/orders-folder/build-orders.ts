import type { StoreCustomer, StoreLine, StoreOrder, StoreProduct } from '../../model';
import { FIRST_LINE_NUMBER, FIRST_ORDER_NUMBER } from '../id-ranges';
import type { DatedSale } from './dated-sales';
import type { SourceLine } from './parse-orders';
import type { Catalogue } from './parse-products';

export type BuiltOrders = {
  readonly orders: ReadonlyArray<StoreOrder>;
  readonly customLines: number; // fees
  readonly linesWithoutPrice: number; // worth the catalogue's price, or 0 without one
};

/** Turns sales in time order into a shop's paid orders. */
export function buildOrders(
  sales: ReadonlyArray<DatedSale>,
  catalogue: Catalogue,
  products: ReadonlyArray<StoreProduct>,
  customers: ReadonlyArray<StoreCustomer>,
  currency: string,
): BuiltOrders {
  const productBySourceId = new Map(products.map((product) => [product.sourceId, product]));
  const customerBySourceId = new Map(customers.map((customer) => [customer.sourceId, customer]));
  let nextLineNumber = FIRST_LINE_NUMBER;
  let customLines = 0;
  let linesWithoutPrice = 0;

  const buildLine = (line: SourceLine): StoreLine => {
    const product = productBySourceId.get(line.productSourceId);
    if (product === undefined) customLines += 1;
    if (line.unitMinor === null) linesWithoutPrice += 1;
    const feeTitle =
      catalogue.bySourceId.get(line.productSourceId)?.title || line.title || line.productSourceId;
    return {
      id: String(nextLineNumber++),
      productId: product?.id ?? null,
      title: product?.title ?? feeTitle,
      quantity: line.quantity,
      currentQuantity: line.quantity,
      unitMinor: line.unitMinor ?? product?.priceMinor ?? 0,
      discountMinor: 0,
      requiresShipping: product !== undefined,
      isGiftCard: false,
      sellingPlanId: null,
    };
  };

  const orders = sales.map(({ order, createdAt }, index): StoreOrder => {
    const customer =
      order.customerSourceId === null ? undefined : customerBySourceId.get(order.customerSourceId);
    const id = String(FIRST_ORDER_NUMBER + index);
    return {
      id,
      sourceId: order.sourceId,
      name: `#${id}`,
      customerId: customer?.id ?? null,
      email: customer?.email ?? null,
      createdAt,
      paidAt: createdAt,
      updatedAt: createdAt,
      cancelledAt: null,
      currency,
      test: false,
      sourceName: 'web',
      tags: [],
      countryCode: order.countryCode,
      provinceCode: null,
      companyName: null,
      discountCodes: [],
      attributes: [],
      shippingMinor: 0,
      lines: order.lines.sort((a, b) => a.number - b.number).map(buildLine),
      refunds: [],
    };
  });
  return { orders, customLines, linesWithoutPrice };
}
