import { nextCartId, type CartLine, type StoreCart } from '../../shop/cart';
import { checkDiscount } from '../../shop/check-discount';
import type { DevStore } from '../../shop/dev-store';
import { isSellable } from '../../shop/product-availability';
import { issueId, type ShopState } from '../../shop/shop-state';
import { userError } from '../admin/user-error';
import { gid, idOfGid } from '../gid';
import { cartNode } from './cart-node';

type AttributeInput = { readonly key: string; readonly value: string };

type CartLineInput = {
  readonly merchandiseId: string;
  readonly quantity?: number | null;
  readonly sellingPlanId?: string | null;
  readonly attributes?: ReadonlyArray<AttributeInput> | null;
};

export type CartInput = {
  readonly lines?: ReadonlyArray<CartLineInput> | null;
  readonly discountCodes?: ReadonlyArray<string> | null;
  readonly attributes?: ReadonlyArray<AttributeInput> | null;
  readonly buyerIdentity?: { readonly email?: string | null; readonly countryCode?: string | null } | null;
};

type Warning = { readonly code: string; readonly message: string; readonly target: string };

/** Mutation.cartCreate. A line that cannot be sold as asked is left out or made smaller, with a warning; a line that
 * makes no sense is an error and there is no cart. */
export function createCart(store: DevStore, shop: ShopState, input: CartInput) {
  const wanted = input.lines ?? [];
  const userErrors = wanted.flatMap((line, index) => lineFault(shop, line, index));
  if (userErrors.length > 0) return { cart: null, userErrors, warnings: [] };

  const warnings: Warning[] = [];
  const id = nextCartId(shop, store.app.secret);
  const cart: StoreCart = {
    id,
    createdAt: store.clock.now,
    lines: wanted.flatMap((line) => stockedLine(shop, line, warnings)),
    discountCodes: input.discountCodes ?? [],
    attributes: input.attributes ?? [],
    email: input.buyerIdentity?.email ?? null,
    countryCode: input.buyerIdentity?.countryCode ?? null,
    orderId: null,
  };
  shop.carts.set(id, cart);
  const variantIds = cart.lines.map(({ variantId }) => variantId);
  for (const code of cart.discountCodes) {
    const { fault } = checkDiscount(shop, code, cart.email, variantIds, store.clock.now);
    if (fault !== null) {
      warnings.push({
        code: fault,
        message: `Discount code ${code} does not apply: ${fault}`,
        target: gid('Cart', id),
      });
    }
  }
  return { cart: cartNode(store, shop, cart), userErrors: [], warnings };
}

function lineFault(shop: ShopState, line: CartLineInput, index: number) {
  const field = ['input', 'lines', String(index)];
  const product = shop.productsByVariant.get(idOfGid('ProductVariant', line.merchandiseId) ?? '');
  if (product === undefined || product.status !== 'ACTIVE') {
    const message = `The merchandise with id ${line.merchandiseId} does not exist.`;
    return [userError([...field, 'merchandiseId'], message, 'INVALID_MERCHANDISE_LINE')];
  }
  const planId = line.sellingPlanId == null ? null : idOfGid('SellingPlan', line.sellingPlanId);
  if (line.sellingPlanId != null && !product.sellingPlans.some(({ id }) => id === planId)) {
    const message = `Selling plan ${line.sellingPlanId} cannot be applied to ${line.merchandiseId}.`;
    return [userError([...field, 'sellingPlanId'], message, 'SELLING_PLAN_NOT_APPLICABLE')];
  }
  return [];
}

function stockedLine(shop: ShopState, line: CartLineInput, warnings: Warning[]): ReadonlyArray<CartLine> {
  const variantId = idOfGid('ProductVariant', line.merchandiseId) ?? '';
  const product = shop.productsByVariant.get(variantId);
  if (product === undefined) return [];
  const quantity = line.quantity ?? 1;
  if (!isSellable(product)) {
    const message = `${product.title} is out of stock and was not added to the cart.`;
    warnings.push({ code: 'MERCHANDISE_OUT_OF_STOCK', message, target: line.merchandiseId });
    return [];
  }
  const left = product.available ?? quantity;
  if (quantity > left) {
    const message = `Only ${left} of ${product.title} were added to the cart.`;
    warnings.push({ code: 'MERCHANDISE_NOT_ENOUGH_STOCK', message, target: line.merchandiseId });
  }
  return [
    {
      id: issueId(shop),
      variantId,
      quantity: Math.min(quantity, left),
      sellingPlanId: line.sellingPlanId == null ? null : idOfGid('SellingPlan', line.sellingPlanId),
      attributes: line.attributes ?? [],
    },
  ];
}
