import type { Order, OrderLine } from '#core/order/order';
import { sha256Hex } from '#core/shared/hash';
import { currencyDecimals, parseMinor } from '#core/shared/money';
import { normaliseEmail } from '#core/suppression/identity';
import { confirmedAtOf, type Payment } from './confirmed-at';
import { parseRefunds, type RefundNode } from './parse-refunds';

/** The attribute with which our own cart marks the order that comes of it. */
export const TOUCH_ATTRIBUTE = '_touch';

type Amount = { readonly shopMoney: { readonly amount: string } };
type Address = { readonly countryCodeV2?: string | null; readonly provinceCode?: string | null };

/** An order as GraphQL and bulk files give it alike, without its lines. */
export type OrderNode = {
  readonly id: string;
  readonly name: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly processedAt: string;
  readonly cancelledAt?: string | null;
  readonly test: boolean;
  readonly displayFinancialStatus?: string | null;
  readonly sourceName?: string | null;
  readonly tags: ReadonlyArray<string>;
  readonly currencyCode: string;
  readonly email?: string | null;
  readonly subtotalPriceSet?: Amount | null;
  readonly currentSubtotalPriceSet: Amount;
  readonly totalDiscountsSet?: Amount | null;
  readonly transactions: ReadonlyArray<Payment>;
  readonly refunds: ReadonlyArray<RefundNode>;
  readonly customAttributes: ReadonlyArray<{ readonly key: string; readonly value?: string | null }>;
  readonly shippingAddress?: Address | null;
  readonly billingAddress?: Address | null;
  readonly purchasingEntity?: { readonly __typename: string } | null;
  readonly customer?: { readonly id: string } | null;
};

export type LineNode = {
  readonly id: string;
  readonly title: string;
  readonly quantity: number;
  readonly currentQuantity: number;
  readonly isGiftCard: boolean;
  readonly requiresShipping: boolean;
  readonly product?: { readonly id: string } | null;
  readonly variant?: { readonly id: string } | null;
  readonly sellingPlan?: { readonly sellingPlanId?: string | null } | null;
  readonly lineItemGroup?: {
    readonly id: string;
    readonly productId?: string | null;
    readonly title: string;
    readonly quantity: number;
  } | null;
  readonly originalUnitPriceSet: Amount;
  readonly discountedTotalSet: Amount;
};

/** In: an order and all its lines as Shopify gives them. Out: the order in our words. Throws on an amount that is none. */
export function parseOrder(node: OrderNode, lines: ReadonlyArray<LineNode>): Order {
  const decimals = currencyDecimals(node.currencyCode);
  const minor = (amount: Amount) => parseMinor(amount.shopMoney.amount, decimals);
  const currentSubtotalMinor = minor(node.currentSubtotalPriceSet);
  const subtotalMinor = node.subtotalPriceSet ? minor(node.subtotalPriceSet) : currentSubtotalMinor;
  // Below zero when an edit added more than was taken back; nothing is known to be refunded then.
  const refundedMinor = Math.max(0, subtotalMinor - currentSubtotalMinor);
  const createdAt = Date.parse(node.createdAt);
  const confirmedAt = confirmedAtOf(node);
  const address = node.shippingAddress ?? node.billingAddress;
  return {
    orderId: node.id,
    name: node.name,
    customerId: node.customer?.id ?? null,
    emailHash: node.email ? sha256Hex(normaliseEmail(node.email)) : null,
    createdAt,
    confirmedAt,
    updatedAt: Date.parse(node.updatedAt),
    cancelledAt: node.cancelledAt ? Date.parse(node.cancelledAt) : null,
    isTest: node.test,
    isFullyRefunded: node.displayFinancialStatus === 'REFUNDED',
    isBusiness: node.purchasingEntity?.__typename === 'PurchasingCompany',
    sourceName: node.sourceName ?? '',
    tags: node.tags,
    currency: node.currencyCode,
    subtotalMinor,
    refunds: parseRefunds(node.refunds, refundedMinor, confirmedAt ?? createdAt, minor),
    countryCode: address?.countryCodeV2 ?? null,
    provinceCode: address?.provinceCode ?? null,
    discountUsed: node.totalDiscountsSet ? minor(node.totalDiscountsSet) > 0 : false,
    touchToken: node.customAttributes.find(({ key }) => key === TOUCH_ATTRIBUTE)?.value ?? null,
    lines: lines.map((line) => parseLine(line, minor)),
  };
}

function parseLine(line: LineNode, minor: (amount: Amount) => number): OrderLine {
  const group = line.lineItemGroup;
  return {
    lineId: line.id,
    productId: line.product?.id ?? null,
    variantId: line.variant?.id ?? null,
    title: line.title,
    quantity: line.quantity,
    currentQuantity: line.currentQuantity,
    unitMinor: minor(line.originalUnitPriceSet),
    valueMinor: minor(line.discountedTotalSet),
    isGiftCard: line.isGiftCard,
    requiresShipping: line.requiresShipping,
    sellingPlanId: line.sellingPlan?.sellingPlanId ?? null,
    bundle: group
      ? {
          bundleId: group.id,
          productId: group.productId ?? null,
          title: group.title,
          quantity: group.quantity,
        }
      : null,
  };
}
