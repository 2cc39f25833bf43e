import type { StoreLine, StoreOrder, StoreProduct } from '../../model';
import { lineTotalMinor } from '../../shop/order-money';
import type { ShopState } from '../../shop/shop-state';
import { gid } from '../gid';
import type { AdminNodes } from './admin-nodes';
import { moneyBag } from './money-bag';

export function lineItemNode(shop: ShopState, order: StoreOrder, line: StoreLine, nodes: AdminNodes) {
  const { currency } = order;
  const product = line.productId === null ? undefined : shop.products.get(line.productId);
  const total = lineTotalMinor(line);
  // Shopify leaves discounts by code out of these unless they are asked for.
  const totalWithoutCodes = order.discountCodes.length === 0 ? total : line.unitMinor * line.quantity;
  return {
    __typename: 'LineItem',
    id: gid('LineItem', line.id),
    title: line.title,
    name: line.title,
    quantity: line.quantity,
    currentQuantity: line.currentQuantity,
    refundableQuantity: line.currentQuantity,
    unfulfilledQuantity: line.currentQuantity,
    isGiftCard: line.isGiftCard,
    requiresShipping: line.requiresShipping,
    sku: product?.sku ?? null,
    vendor: shop.shop.name,
    variantTitle: null,
    customAttributes: [],
    lineItemGroup: groupOfLine(line),
    product() {
      return product === undefined ? null : nodes.product(product);
    },
    variant() {
      return product === undefined ? null : nodes.variant(product);
    },
    sellingPlan() {
      return sellingPlanOfLine(line, product);
    },
    originalUnitPriceSet() {
      return moneyBag(line.unitMinor, currency);
    },
    originalTotalSet() {
      return moneyBag(line.unitMinor * line.quantity, currency);
    },
    discountedTotalSet({ withCodeDiscounts }: { readonly withCodeDiscounts: boolean }) {
      return moneyBag(withCodeDiscounts ? total : totalWithoutCodes, currency);
    },
    discountedUnitPriceSet() {
      return moneyBag(Math.round(totalWithoutCodes / line.quantity), currency);
    },
    discountedUnitPriceAfterAllDiscountsSet() {
      return moneyBag(Math.round(total / line.quantity), currency);
    },
    totalDiscountSet() {
      return moneyBag(line.discountMinor, currency);
    },
  };
}

function groupOfLine({ bundle }: StoreLine) {
  if (bundle === undefined) return null;
  return {
    __typename: 'LineItemGroup',
    id: gid('LineItemGroup', bundle.id),
    productId: bundle.productId === null ? null : gid('Product', bundle.productId),
    title: bundle.title,
    quantity: bundle.quantity,
    customAttributes: [],
  };
}

function sellingPlanOfLine(line: StoreLine, product: StoreProduct | undefined) {
  if (line.sellingPlanId === null) return null;
  const plan = product?.sellingPlans.find(({ id }) => id === line.sellingPlanId);
  return { name: plan?.name ?? 'Subscription', sellingPlanId: gid('SellingPlan', line.sellingPlanId) };
}
