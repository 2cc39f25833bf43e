import type { Instant, StoreProduct } from '../model';
import type { CartLine, StoreCart } from './cart';
import { checkDiscount, isEntitled, type CheckedDiscount } from './check-discount';
import type { StoreDiscount } from './discount';
import type { WantedLine } from './place-order';
import type { ShopState } from './shop-state';

export type PricedCart = {
  readonly lines: ReadonlyArray<WantedLine>;
  readonly discounts: ReadonlyArray<CheckedDiscount>;
  readonly totalMinor: number;
};

/** What a cart costs now: selling plans first, then the codes that hold. Lines whose product is gone are left out. */
export function priceCart(shop: ShopState, cart: StoreCart, now: Instant): PricedCart {
  const variantIds = cart.lines.map(({ variantId }) => variantId);
  const discounts = cart.discountCodes.map((code) => checkDiscount(shop, code, cart.email, variantIds, now));
  const lines = cart.lines.flatMap((line) => {
    const product = shop.productsByVariant.get(line.variantId);
    return product === undefined ? [] : [priceLine(shop, line, product, discounts)];
  });
  const totalMinor = lines.reduce(
    (sum, line) => sum + line.unitMinor * line.quantity - line.discountMinor,
    0,
  );
  return { lines, discounts, totalMinor };
}

function priceLine(
  shop: ShopState,
  line: CartLine,
  product: StoreProduct,
  discounts: ReadonlyArray<CheckedDiscount>,
): WantedLine {
  const plan = product.sellingPlans.find(({ id }) => id === line.sellingPlanId);
  const fullMinor = product.priceMinor ?? 0;
  const unitMinor = plan === undefined ? fullMinor : Math.round((fullMinor * (100 - plan.percentOff)) / 100);
  const worth = unitMinor * line.quantity;
  const discountMinor = discounts
    .flatMap(({ discount }) =>
      discount !== null && isEntitled(shop, discount, line.variantId) ? [discount] : [],
    )
    .reduce((sum, discount) => sum + discountOn(worth, discount), 0);
  return {
    product,
    quantity: line.quantity,
    unitMinor,
    discountMinor: Math.min(worth, discountMinor),
    sellingPlanId: line.sellingPlanId,
  };
}

function discountOn(worthMinor: number, { value }: StoreDiscount): number {
  return value.kind === 'percentage' ? Math.round(worthMinor * value.fraction) : value.minor;
}
