import type { DevStore } from '../../shop/dev-store';
import type { StoreDiscount } from '../../shop/discount';
import type { ShopState } from '../../shop/shop-state';
import { connectList, type PageArguments } from '../connection';
import { gid } from '../gid';
import { isoTime } from './iso-time';

export function discountNode(store: DevStore, discount: StoreDiscount) {
  return {
    __typename: 'DiscountCodeNode',
    id: gid('DiscountCodeNode', discount.id),
    codeDiscount: {
      __typename: 'DiscountCodeBasic',
      title: discount.title,
      startsAt: isoTime(discount.startsAt),
      endsAt: isoTime(discount.endsAt),
      usageLimit: discount.usageLimit,
      appliesOncePerCustomer: discount.appliesOncePerCustomer,
      asyncUsageCount: discount.usedBy.length,
      status: () => statusAt(discount, store.clock.now),
      codes: (page: PageArguments) =>
        connectList([discount], page, ({ id, code }) => ({ id: gid('DiscountRedeemCode', id), code })),
    },
  };
}

/** QueryRoot.codeDiscountNodeByCode */
export function discountNodeByCode(store: DevStore, shop: ShopState, code: string) {
  const discount = shop.discounts.get(code.toUpperCase());
  return discount === undefined ? null : discountNode(store, discount);
}

function statusAt(discount: StoreDiscount, now: number): 'SCHEDULED' | 'ACTIVE' | 'EXPIRED' {
  if (now < discount.startsAt) return 'SCHEDULED';
  return discount.endsAt !== null && now >= discount.endsAt ? 'EXPIRED' : 'ACTIVE';
}
