import type { StoreEvent, StoreLine, StoreOrder, StoreProduct } from '../../model';
import { FIRST_LINE_NUMBER, FIRST_ORDER_NUMBER } from '../id-ranges';
import type { DraftLine, DraftOrder } from './draft-order';

const FREE_SHIPPING_MINOR = 5_000;
const SHIPPING_MINOR = 490;

/** Numbers drafts in time order and turns them into a shop's events, what happens to an order later included. */
export function numberOrders(
  drafts: ReadonlyArray<DraftOrder>,
  products: ReadonlyArray<StoreProduct>,
  currency: string,
): ReadonlyArray<StoreEvent> {
  const productByHandle = new Map(products.map((product) => [product.handle, product]));
  let nextLineNumber = FIRST_LINE_NUMBER;

  const numberLine = (line: DraftLine, draft: DraftOrder): StoreLine => {
    const product = productByHandle.get(line.entry.handle);
    if (product === undefined)
      throw new Error(`no product "${line.entry.handle}": add it to the shop's products`);
    const plan = line.onPlan ? product.sellingPlans[0] : undefined;
    const unitMinor = percentOf(line.entry.priceMinor, 100 - (plan?.percentOff ?? 0));
    return {
      id: String(nextLineNumber++),
      productId: product.id,
      title: product.title,
      quantity: line.quantity,
      currentQuantity: line.quantity,
      unitMinor,
      discountMinor: percentOf(unitMinor * line.quantity, draft.discount?.percentOff ?? 0),
      requiresShipping: product.requiresShipping,
      isGiftCard: product.isGiftCard,
      sellingPlanId: plan?.id ?? null,
    };
  };

  const inTimeOrder = drafts.toSorted((a, b) => a.at - b.at);
  const events = inTimeOrder.flatMap((draft, index): ReadonlyArray<StoreEvent> => {
    const lines = draft.lines.map((line) => numberLine(line, draft));
    const order = buildOrder(String(FIRST_ORDER_NUMBER + index), draft, lines, currency);
    return [{ at: draft.at, kind: 'order_paid', order }, ...laterEvents(draft, order)];
  });
  return events.toSorted((a, b) => a.at - b.at);
}

function buildOrder(
  id: string,
  draft: DraftOrder,
  lines: ReadonlyArray<StoreLine>,
  currency: string,
): StoreOrder {
  const { shopper, discount } = draft;
  const isShipped = draft.sourceName !== 'pos' && lines.some((line) => line.requiresShipping);
  const subtotal = lines.reduce((sum, line) => sum + line.unitMinor * line.quantity - line.discountMinor, 0);
  return {
    id,
    sourceId: id,
    name: `#${id}`,
    customerId: shopper.customer?.id ?? null,
    email: shopper.email,
    createdAt: draft.at,
    paidAt: draft.at,
    updatedAt: draft.at,
    cancelledAt: null,
    currency,
    test: draft.test,
    sourceName: draft.sourceName,
    tags: [],
    countryCode: shopper.countryCode,
    provinceCode: shopper.provinceCode,
    companyName: shopper.customer?.companyName ?? null,
    discountCodes: discount === null ? [] : [discount.code],
    attributes: [],
    shippingMinor: isShipped && subtotal < FREE_SHIPPING_MINOR ? SHIPPING_MINOR : 0,
    lines,
    refunds: [],
  };
}

function laterEvents(draft: DraftOrder, order: StoreOrder): ReadonlyArray<StoreEvent> {
  if (draft.aftermath === null) return [];
  const at = draft.at + draft.aftermath.afterMs;
  if (draft.aftermath.kind === 'cancelled') return [{ at, kind: 'order_cancelled', orderId: order.id }];
  const refunded = draft.aftermath.wholeOrder ? order.lines : order.lines.slice(0, 1);
  const lines = refunded.map(({ id, quantity }) => ({ lineId: id, quantity }));
  return [{ at, kind: 'order_refunded', orderId: order.id, lines }];
}

function percentOf(minor: number, percent: number): number {
  return Math.round((minor * percent) / 100);
}
