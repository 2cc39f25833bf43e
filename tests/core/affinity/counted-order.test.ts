import { describe, expect, it } from 'vitest';
import {
  countedProducts, isCounted, isExchange, isGivenBack, isQualifyingPurchase, isRenewal, merchandiseSubtotalMinor, netMinor,
  orderedProducts, ownedProducts, returnedProducts,
} from '#core/affinity/counted-order'; // prettier-ignore
import type { Order, OrderLine } from '#core/order/order';
import { buildLine, buildOrder, MONDAY } from '../../support/build-order';

const refund = (amountMinor: number) => ({ refundedAt: MONDAY, amountMinor });

const facts = (over: Partial<Order>) => {
  const order = buildOrder(over);
  return {
    counts: isCounted(order),
    purchase: isQualifyingPurchase(order),
    owned: ownedProducts(order).length === 1,
  };
};

describe('which orders count, are purchases, and leave the buyer with the product', () => {
  it('an ordinary paid order does all three', () => {
    expect(facts({})).toEqual({ counts: true, purchase: true, owned: true });
  });

  it.each<[string, Partial<Order>, ReturnType<typeof facts>]>([
    ['unpaid', { confirmedAt: null }, { counts: false, purchase: false, owned: true }],
    ['cancelled (C52)', { cancelledAt: MONDAY }, { counts: false, purchase: false, owned: false }],
    ['test (C52)', { isTest: true }, { counts: false, purchase: false, owned: false }],
    ['fully refunded (C52)', { isFullyRefunded: true }, { counts: false, purchase: false, owned: false }],
    [
      'renewal (C11)',
      { sourceName: 'subscription_contract' },
      { counts: false, purchase: false, owned: true },
    ],
    ['exchange (C12)', { tags: ['exchange'] }, { counts: false, purchase: false, owned: true }],
    ['draft', { sourceName: 'shopify_draft_order' }, { counts: false, purchase: true, owned: true }],
    ['company (C51)', { isBusiness: true }, { counts: false, purchase: true, owned: true }],
    ['point of sale (C9)', { sourceName: 'pos' }, { counts: true, purchase: true, owned: true }],
    ['partly refunded', { refunds: [refund(500)] }, { counts: true, purchase: true, owned: true }],
  ])('%s', (_name, over, expected) => {
    expect(facts(over)).toEqual(expected);
  });
});

describe('an order that was given back', () => {
  it.each<[string, Partial<Order>, boolean]>([
    ['was a purchase until it was refunded in full', { isFullyRefunded: true }, true],
    ['is one still while some of it is kept', { refunds: [refund(500)] }, false],
    ['was none if it was cancelled', { isFullyRefunded: true, cancelledAt: MONDAY }, false],
    ['was none if it was a test', { isFullyRefunded: true, isTest: true }, false],
    ['was none if nobody paid', { isFullyRefunded: true, confirmedAt: null }, false],
    ['was none if it was a renewal', { isFullyRefunded: true, sourceName: 'subscription_contract' }, false],
    ['was none if it was an exchange', { isFullyRefunded: true, tags: ['exchange'] }, false],
  ])('%s', (_name, over, expected) => {
    expect(isGivenBack(buildOrder(over))).toBe(expected);
  });
});

describe('recognising renewals (C11)', () => {
  it.each<[Partial<Order>, boolean]>([
    [{ sourceName: 'subscription_contract' }, true],
    [{ sourceName: 'subscription_contract_checkout_one' }, true],
    [{ tags: ['Subscription Recurring Order'] }, true],
    [{ tags: ['prepaid '] }, true],
    [{ sourceName: '294517', lines: [buildLine({ sellingPlanId: 'plan' })] }, true],
    [{ sourceName: '294517' }, false], // an app that sells, no subscription
    [{ tags: ['Subscription First Order'], lines: [buildLine({ sellingPlanId: 'plan' })] }, false],
    [{ tags: ['prepaid card holder'] }, false],
  ])('%j: %s', (over, expected) => {
    expect(isRenewal(buildOrder(over))).toBe(expected);
  });
});

describe('recognising exchanges (C12)', () => {
  it.each<[Partial<Order>, boolean]>([
    [{ tags: ['loop-exchange'] }, true],
    [{ tags: ['Replacement order'] }, true],
    [{ tags: ['exchanged-rates'] }, false],
    [{ sourceName: '1662707', subtotalMinor: 0 }, true],
    [{ sourceName: 'shopify_draft_order', subtotalMinor: 0 }, true],
    [{ sourceName: 'web', subtotalMinor: 0 }, false], // a gift or a full discount
    [{ sourceName: '1662707', subtotalMinor: 1 }, false],
  ])('%j: %s', (over, expected) => {
    expect(isExchange(buildOrder(over))).toBe(expected);
  });
});

describe('which lines count (C43)', () => {
  const counted = (over: Partial<OrderLine>) =>
    countedProducts(buildOrder({ lines: [buildLine(over)] })).length === 1;

  it.each<[string, Partial<OrderLine>, boolean]>([
    ['an ordinary line', {}, true],
    ['a digital product', { requiresShipping: false }, true],
    ['a gift card', { isGiftCard: true }, false],
    ['a $0 gift', { valueMinor: 0 }, false],
    ['a fully returned line', { quantity: 2, currentQuantity: 0 }, false],
    ['a partly returned line', { quantity: 2, currentQuantity: 1 }, true],
    ['a deleted product', { productId: null }, false],
    ['a tip', { title: 'Tip' }, false],
    ['a felt-tip pen', { title: 'Felt tip pen' }, true],
    ['shipping protection', { title: 'Route Shipping Protection' }, false],
    ['a screen protector', { title: 'Screen protection' }, true],
    ['the service of gift wrapping', { title: 'Gift Wrap' }, false],
    ['a fee', { title: 'Small order handling fee' }, false],
    ['a coffee', { title: 'Feel-good coffee' }, true],
    ['a gift message', { title: 'Gift message' }, false],
    ['a donation', { title: 'Donation to the lifeboats' }, false],
    ['a free sample', { title: 'Free sample: day cream' }, false],
    ['a box of samples', { title: 'Coffee sample box' }, true],
    ['a roll of gift wrap', { title: 'Spaceboy gift wrap' }, true],
  ])('%s: %s', (_name, over, expected) => {
    expect(counted(over)).toBe(expected);
  });

  it('a product on two lines counts once', () => {
    expect(countedProducts(buildOrder({ lines: [buildLine(), buildLine({ lineId: 'b' })] }))).toHaveLength(1);
  });
});

describe('a bundle (C43)', () => {
  const id = (number: number) => `gid://shopify/Product/${number}`;
  const bundle = { bundleId: 'kit', productId: id(90), title: 'Starter kit', quantity: 1 };
  const part = (number: number, over: Partial<OrderLine> = {}) =>
    buildLine({ lineId: `${number}`, productId: id(number), bundle, ...over });

  it('counts as one product, so that its parts are no pair of each other; bought loose they are', () => {
    const loose = buildLine({ lineId: 'x', productId: id(3) });
    expect(countedProducts(buildOrder({ lines: [part(1), part(2), loose] }))).toEqual([id(90), id(3)]);
    const alone = { bundle: null };
    expect(countedProducts(buildOrder({ lines: [part(1, alone), part(2, alone), loose] }))).toEqual(
      [1, 2, 3].map(id),
    );
  });

  it('that is no product of its own teaches nothing', () => {
    const nameless = { bundle: { ...bundle, productId: null } };
    expect(countedProducts(buildOrder({ lines: [part(1, nameless), part(2, nameless)] }))).toEqual([]);
  });

  it('leaves the buyer with its parts and with itself', () => {
    const order = buildOrder({ lines: [part(1), part(2)] });
    expect(ownedProducts(order)).toEqual([1, 2, 90].map(id));
    expect(orderedProducts(order)).toEqual([1, 2, 90].map(id));
    const partly = buildOrder({ lines: [part(1), part(2, { currentQuantity: 0 })] });
    expect(ownedProducts(partly)).toEqual([1, 90].map(id));
    expect(returnedProducts(partly)).toEqual([id(2)]);
  });
});

describe('what went back (C34)', () => {
  const back = buildLine({ currentQuantity: 0 });

  it.each<[string, Partial<Order>, number]>([
    ['a line that was given back whole', { lines: [back] }, 1],
    ['a line of which one is kept', { lines: [buildLine({ quantity: 2, currentQuantity: 1 })] }, 0],
    ['a product of which another line is kept', { lines: [back, buildLine({ lineId: 'b' })] }, 0],
    ['an order that was refunded whole', { isFullyRefunded: true }, 1],
    ['an order that was cancelled', { cancelledAt: MONDAY, lines: [back] }, 0],
    ['a test', { isTest: true, lines: [back] }, 0],
  ])('%s: %#', (_name, over, count) => {
    expect(returnedProducts(buildOrder(over))).toHaveLength(count);
  });
});

describe('what the buyer owns', () => {
  it('a gift is owned, a returned line is not (C34)', () => {
    expect(ownedProducts(buildOrder({ lines: [buildLine({ valueMinor: 0 })] }))).toHaveLength(1);
    expect(ownedProducts(buildOrder({ lines: [buildLine({ currentQuantity: 0 })] }))).toHaveLength(0);
  });
});

describe('what the goods are worth (C14)', () => {
  const goods = buildLine({ valueMinor: 4500 });

  it('leaves gift cards, tips, fees and protection out', () => {
    const lines = [
      goods,
      buildLine({ lineId: 'b', isGiftCard: true, valueMinor: 5000 }),
      buildLine({ lineId: 'c', productId: null, requiresShipping: false, valueMinor: 300 }),
      buildLine({ lineId: 'd', title: 'Shipping Protection', valueMinor: 200 }),
    ];
    expect(merchandiseSubtotalMinor(buildOrder({ lines }))).toBe(4500);
  });

  it('keeps a custom item that is shipped', () => {
    expect(merchandiseSubtotalMinor(buildOrder({ lines: [goods, buildLine({ productId: null })] }))).toBe(
      14_500,
    );
  });

  it('nets refunds, never below 0, and a cancelled order to 0', () => {
    expect(netMinor(buildOrder({ lines: [goods], refunds: [refund(200), refund(300)] }))).toBe(4000);
    expect(netMinor(buildOrder({ lines: [goods], refunds: [refund(9000)] }))).toBe(0);
    expect(netMinor(buildOrder({ lines: [goods], cancelledAt: MONDAY }))).toBe(0);
  });
});
