import type { StoreDiscount } from '../../shop/discount';
import type { DevStore } from '../../shop/dev-store';
import { minorAmount } from '../../shop/money';
import { issueId, type ShopState } from '../../shop/shop-state';
import { idOfGid } from '../gid';
import { discountNode } from './discount-node';
import { userError } from './user-error';

export type DiscountInput = {
  readonly title?: string | null;
  readonly code?: string | null;
  readonly startsAt?: string | null;
  readonly endsAt?: string | null;
  readonly usageLimit?: number | null;
  readonly appliesOncePerCustomer?: boolean | null;
  readonly context?: { readonly customers?: { readonly add?: ReadonlyArray<string> | null } | null } | null;
  readonly customerGets?: {
    readonly value?: {
      readonly percentage?: number | null;
      readonly discountAmount?: { readonly amount?: string | null } | null;
    } | null;
    readonly items?: {
      readonly products?: {
        readonly productVariantsToAdd?: ReadonlyArray<string> | null;
        readonly productsToAdd?: ReadonlyArray<string> | null;
      } | null;
    } | null;
  } | null;
};

/** Mutation.discountCodeBasicCreate */
export function createDiscountCode(store: DevStore, shop: ShopState, input: DiscountInput) {
  const faults = findFaults(shop, input);
  if (faults.length > 0) return { codeDiscountNode: null, userErrors: faults };
  const discount = readDiscount(store, shop, input);
  shop.discounts.set(discount.code.toUpperCase(), discount);
  return { codeDiscountNode: discountNode(store, discount), userErrors: [] };
}

function findFaults(shop: ShopState, input: DiscountInput) {
  const fault = (field: string, message: string, code: string) => ({
    ...userError(['basicCodeDiscount', field], message, code),
    extraInfo: null,
  });
  if (!input.code) return [fault('code', "Code can't be blank", 'BLANK')];
  if (shop.discounts.has(input.code.toUpperCase())) {
    return [fault('code', 'Code must be unique. Please try a different code.', 'TAKEN')];
  }
  if (!input.title) return [fault('title', "Title can't be blank", 'BLANK')];
  if (!input.startsAt) return [fault('startsAt', "Starts at can't be blank", 'BLANK')];
  if (input.endsAt && Date.parse(input.endsAt) <= Date.parse(input.startsAt)) {
    return [fault('endsAt', 'End date must be after the start date', 'END_DATE_BEFORE_START_DATE')];
  }
  const percentage = input.customerGets?.value?.percentage;
  if (percentage != null && (percentage <= 0 || percentage > 1)) {
    return [
      fault(
        'customerGets',
        `Percentage is ${percentage}: write a fraction above 0 and up to 1`,
        'VALUE_OUTSIDE_RANGE',
      ),
    ];
  }
  return [];
}

function readDiscount(store: DevStore, shop: ShopState, input: DiscountInput): StoreDiscount {
  const value = input.customerGets?.value;
  const products = input.customerGets?.items?.products;
  return {
    id: issueId(shop),
    title: input.title ?? '',
    code: input.code ?? '',
    startsAt: input.startsAt == null ? store.clock.now : Date.parse(input.startsAt),
    endsAt: input.endsAt == null ? null : Date.parse(input.endsAt),
    usageLimit: input.usageLimit ?? null,
    appliesOncePerCustomer: input.appliesOncePerCustomer ?? false,
    customerIds: idsOf('Customer', input.context?.customers?.add),
    variantIds: idsOf('ProductVariant', products?.productVariantsToAdd),
    productIds: idsOf('Product', products?.productsToAdd),
    value:
      value?.percentage != null
        ? { kind: 'percentage', fraction: value.percentage }
        : { kind: 'amount', minor: minorAmount(value?.discountAmount?.amount ?? 0, shop.shop.currency) },
    usedBy: [],
  };
}

function idsOf(
  type: string,
  globalIds: ReadonlyArray<string> | null | undefined,
): ReadonlyArray<string> | null {
  return globalIds == null ? null : globalIds.flatMap((globalId) => idOfGid(type, globalId) ?? []);
}
