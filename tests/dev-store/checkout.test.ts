import { afterEach, describe, expect, it } from 'vitest';
import { openStore, textAt, type OpenedStore } from './support/open-store';
import { buildProduct, buildSeed, HOUR, MONDAY } from './support/small-seed';

let store: OpenedStore;

afterEach(() => store.close());

const MUG = 'gid://shopify/ProductVariant/3001';

const createCart = (input: object) =>
  store.storefront(
    `mutation($input: CartInput!) { cartCreate(input: $input) {
      cart { id checkoutUrl cost { totalAmount { amount } } discountCodes { code applicable } }
      userErrors { field message code } warnings { code message } } }`,
    { input },
  );

const createCode = (code: string, over: object = {}) =>
  store.admin(
    `mutation($basicCodeDiscount: DiscountCodeBasicInput!) { discountCodeBasicCreate(basicCodeDiscount: $basicCodeDiscount) {
      codeDiscountNode { id codeDiscount { ... on DiscountCodeBasic { status endsAt } } } userErrors { field code message } } }`,
    {
      basicCodeDiscount: {
        title: 'For touch 1',
        code,
        startsAt: new Date(MONDAY).toISOString(),
        endsAt: new Date(MONDAY + 24 * HOUR).toISOString(),
        usageLimit: 1,
        context: { customers: { add: ['gid://shopify/Customer/4001'] } },
        customerGets: { value: { percentage: 0.1 }, items: { products: { productVariantsToAdd: [MUG] } } },
        ...over,
      },
    },
  );

const cartWithCode = (code: string, email = 'ada@example.test') =>
  createCart({
    lines: [{ merchandiseId: MUG, quantity: 1 }],
    discountCodes: [code],
    buyerIdentity: { email },
  });

const pay = async (cart: { json: unknown }) => {
  const url = new URL(textAt(cart.json, 'data', 'cartCreate', 'cart', 'checkoutUrl'));
  return store.post(url.pathname);
};

const warningOf = (code: string) => ({ data: { cartCreate: { warnings: [{ code }] } } });

describe('a cart', () => {
  it('becomes an order with its attributes when the shopper pays, once however often', async () => {
    store = await openStore(buildSeed());
    await store.install();
    const cart = await createCart({
      lines: [{ merchandiseId: MUG, quantity: 2, sellingPlanId: 'gid://shopify/SellingPlan/5001' }],
      attributes: [{ key: '_touch', value: 'signed' }],
      buyerIdentity: { email: 'new@example.test', countryCode: 'FR' },
    });
    expect(cart.json).toMatchObject({ data: { cartCreate: { userErrors: [], warnings: [] } } });
    const first = await pay(cart);
    expect(first).toMatchObject({
      status: 303,
      location: expect.stringMatching(/^\/store\/small\/thanks\/\d+$/),
    });
    expect((await pay(cart)).location).toBe(first.location);
    expect(store.app.topics().toSorted()).toEqual(['orders/create', 'orders/paid']);
    expect(JSON.parse(store.app.heard[0]?.text ?? '')).toMatchObject({
      email: 'new@example.test',
      total_price: '21.60',
      note_attributes: [{ name: '_touch', value: 'signed' }],
      shipping_address: { country_code: 'FR' },
    });
  });

  it('is only looked at by a GET', async () => {
    store = await openStore(buildSeed());
    await store.install();
    const cart = await createCart({ lines: [{ merchandiseId: MUG }] });
    const page = await store.get(
      new URL(textAt(cart.json, 'data', 'cartCreate', 'cart', 'checkoutUrl')).pathname,
    );
    expect(page.text).toContain('Pay</button>');
    expect((await store.get('/_dev/state')).json).toMatchObject({ orders: 0, carts: 1 });
  });

  it('warns of what is out of stock, and of too little of it', async () => {
    store = await openStore(buildSeed({ products: [buildProduct({ available: 1 })] }));
    await store.install();
    expect((await createCart({ lines: [{ merchandiseId: MUG, quantity: 2 }] })).json).toMatchObject(
      warningOf('MERCHANDISE_NOT_ENOUGH_STOCK'),
    );
    expect((await createCart({ lines: [{ merchandiseId: MUG, quantity: 1 }] })).json).toMatchObject({
      data: { cartCreate: { warnings: [] } },
    });
    await store.post('/_dev/products/2001', { available: 0 });
    expect((await createCart({ lines: [{ merchandiseId: MUG, quantity: 1 }] })).json).toMatchObject(
      warningOf('MERCHANDISE_OUT_OF_STOCK'),
    );
  });

  it('is refused for an archived product and for a selling plan of another product', async () => {
    store = await openStore(buildSeed());
    await store.install();
    const plan = 'gid://shopify/SellingPlan/9';
    expect((await createCart({ lines: [{ merchandiseId: MUG, sellingPlanId: plan }] })).json).toMatchObject({
      data: { cartCreate: { cart: null, userErrors: [{ code: 'SELLING_PLAN_NOT_APPLICABLE' }] } },
    });
    await store.post('/_dev/products/2001', { status: 'ARCHIVED' });
    expect((await createCart({ lines: [{ merchandiseId: MUG }] })).json).toMatchObject({
      data: { cartCreate: { cart: null, userErrors: [{ code: 'INVALID_MERCHANDISE_LINE' }] } },
    });
  });
});

describe('a discount code', () => {
  it('lowers the price of the one buyer it is for, once, within its day', async () => {
    store = await openStore(buildSeed());
    await store.install();
    expect((await createCode('ADDON-1')).json).toMatchObject({
      data: {
        discountCodeBasicCreate: { codeDiscountNode: { codeDiscount: { status: 'ACTIVE' } }, userErrors: [] },
      },
    });
    expect((await cartWithCode('NO-SUCH')).json).toMatchObject(warningOf('DISCOUNT_NOT_FOUND'));
    expect((await cartWithCode('ADDON-1', 'else@example.test')).json).toMatchObject(
      warningOf('DISCOUNT_CUSTOMER_NOT_ELIGIBLE'),
    );
    const cart = await cartWithCode('addon-1');
    expect(cart.json).toMatchObject({
      data: { cartCreate: { cart: { cost: { totalAmount: { amount: '10.80' } } }, warnings: [] } },
    });
    await pay(cart);
    expect((await cartWithCode('ADDON-1')).json).toMatchObject(warningOf('DISCOUNT_USAGE_LIMIT_REACHED'));
    expect(JSON.parse(store.app.heard[0]?.text ?? '')).toMatchObject({
      discount_codes: [{ code: 'ADDON-1' }],
      total_price: '10.80',
    });
  });

  it('does not hold any more at the second in which it ends', async () => {
    store = await openStore(buildSeed());
    await store.install();
    await createCode('ADDON-2');
    await store.moveTo(MONDAY + 24 * HOUR - 1);
    expect((await cartWithCode('ADDON-2')).json).toMatchObject({ data: { cartCreate: { warnings: [] } } });
    await store.moveTo(MONDAY + 24 * HOUR);
    expect((await cartWithCode('ADDON-2')).json).toMatchObject(warningOf('DISCOUNT_CURRENTLY_INACTIVE'));
  });

  it('is made once: a second one of the same name is a user error', async () => {
    store = await openStore(buildSeed());
    await store.install();
    await createCode('ADDON-3');
    expect((await createCode('addon-3')).json).toMatchObject({
      data: { discountCodeBasicCreate: { codeDiscountNode: null, userErrors: [{ code: 'TAKEN' }] } },
    });
  });
});

it("Shopify's cart permalink leads to a checkout with code and attributes", async () => {
  store = await openStore(buildSeed());
  await store.install();
  const link = await store.get(
    '/store/small/cart/3001:2?attributes[_touch]=signed&checkout[email]=ada@example.test',
  );
  expect(link.location).toMatch(/^\/store\/small\/checkout\/\w+$/);
  await store.post(link.location ?? '');
  expect(JSON.parse(store.app.heard[0]?.text ?? '')).toMatchObject({
    email: 'ada@example.test',
    total_price: '24.00',
    note_attributes: [{ name: '_touch', value: 'signed' }],
  });
});
