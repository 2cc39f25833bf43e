import { z } from 'zod';
import type { LineNode, OrderNode } from './parse-order';

const Amount = z.object({ shopMoney: z.object({ amount: z.string() }) });
const Named = z.object({ id: z.string() }).nullish();
const Address = z
  .object({ countryCodeV2: z.string().nullish(), provinceCode: z.string().nullish() })
  .nullish();

const OrderLineShape = z.object({
  __typename: z.literal('Order'),
  id: z.string(),
  name: z.string(),
  createdAt: z.string(),
  updatedAt: z.string(),
  processedAt: z.string(),
  cancelledAt: z.string().nullish(),
  test: z.boolean(),
  displayFinancialStatus: z.string().nullish(),
  sourceName: z.string().nullish(),
  tags: z.array(z.string()),
  currencyCode: z.string(),
  email: z.string().nullish(),
  subtotalPriceSet: Amount.nullish(),
  currentSubtotalPriceSet: Amount,
  totalDiscountsSet: Amount.nullish(),
  transactions: z.array(
    z.object({ kind: z.string(), status: z.string(), processedAt: z.string().nullish() }),
  ),
  // A file that was asked for by an earlier version has none.
  refunds: z
    .array(z.object({ createdAt: z.string().nullish(), processedAt: z.string(), totalRefundedSet: Amount }))
    .default([]),
  customAttributes: z.array(z.object({ key: z.string(), value: z.string().nullish() })),
  shippingAddress: Address,
  billingAddress: Address,
  purchasingEntity: z.object({ __typename: z.string() }).nullish(),
  customer: Named,
});

const LineItemShape = z.object({
  __typename: z.literal('LineItem'),
  __parentId: z.string(),
  id: z.string(),
  title: z.string(),
  quantity: z.number(),
  currentQuantity: z.number(),
  isGiftCard: z.boolean(),
  requiresShipping: z.boolean(),
  product: Named,
  variant: Named,
  sellingPlan: z.object({ sellingPlanId: z.string().nullish() }).nullish(),
  lineItemGroup: z
    .object({ id: z.string(), productId: z.string().nullish(), title: z.string(), quantity: z.number() })
    .nullish(),
  originalUnitPriceSet: Amount,
  discountedTotalSet: Amount,
});

const HistoryLine = z.discriminatedUnion('__typename', [OrderLineShape, LineItemShape]);

export type HistoryLine =
  | ({ readonly __typename: 'Order' } & OrderNode)
  | ({ readonly __typename: 'LineItem'; readonly __parentId: string } & LineNode);

/** In: one line of a bulk file. Out: an order without its lines, or a line with its order's id. Throws with what is wrong. */
export function parseHistoryLine(text: string): HistoryLine {
  const parsed = HistoryLine.safeParse(JSON.parse(text));
  if (parsed.success) return parsed.data;
  throw new Error(
    `the bulk file has a line that is no order and no line item: ${z.prettifyError(parsed.error)}`,
  );
}
