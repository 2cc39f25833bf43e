import type { Instant } from '../model';
import type { StoreDiscount } from './discount';
import type { ShopState } from './shop-state';

export type DiscountFault =
  | 'DISCOUNT_NOT_FOUND'
  | 'DISCOUNT_CURRENTLY_INACTIVE'
  | 'DISCOUNT_USAGE_LIMIT_REACHED'
  | 'DISCOUNT_CUSTOMER_NOT_ELIGIBLE'
  | 'DISCOUNT_CUSTOMER_USAGE_LIMIT_REACHED'
  | 'DISCOUNT_NO_ENTITLED_LINE_ITEMS';

export type CheckedDiscount =
  | { readonly code: string; readonly discount: StoreDiscount; readonly fault: null }
  | { readonly code: string; readonly discount: null; readonly fault: DiscountFault };

/** Whether a code holds for this buyer and these variants at this time. */
export function checkDiscount(
  shop: ShopState,
  code: string,
  email: string | null,
  variantIds: ReadonlyArray<string>,
  now: Instant,
): CheckedDiscount {
  const discount = shop.discounts.get(code.toUpperCase());
  if (discount === undefined) return { code, discount: null, fault: 'DISCOUNT_NOT_FOUND' };
  const fault = findFault(shop, discount, email, variantIds, now);
  return fault === null ? { code, discount, fault } : { code, discount: null, fault };
}

function findFault(
  shop: ShopState,
  discount: StoreDiscount,
  email: string | null,
  variantIds: ReadonlyArray<string>,
  now: Instant,
): DiscountFault | null {
  if (now < discount.startsAt || (discount.endsAt !== null && now >= discount.endsAt)) {
    return 'DISCOUNT_CURRENTLY_INACTIVE';
  }
  if (discount.usageLimit !== null && discount.usedBy.length >= discount.usageLimit) {
    return 'DISCOUNT_USAGE_LIMIT_REACHED';
  }
  const buyer = email === null ? undefined : shop.customersByEmail.get(email.toLowerCase());
  if (discount.customerIds !== null && !discount.customerIds.includes(buyer?.id ?? '')) {
    return 'DISCOUNT_CUSTOMER_NOT_ELIGIBLE';
  }
  if (discount.appliesOncePerCustomer && email !== null && discount.usedBy.includes(email.toLowerCase())) {
    return 'DISCOUNT_CUSTOMER_USAGE_LIMIT_REACHED';
  }
  return variantIds.some((id) => isEntitled(shop, discount, id)) ? null : 'DISCOUNT_NO_ENTITLED_LINE_ITEMS';
}

/** Whether a discount is given on a variant. */
export function isEntitled(shop: ShopState, discount: StoreDiscount, variantId: string): boolean {
  if (discount.variantIds === null && discount.productIds === null) return true;
  const product = shop.productsByVariant.get(variantId);
  return (
    discount.variantIds?.includes(variantId) === true ||
    (product !== undefined && discount.productIds?.includes(product.id) === true)
  );
}
