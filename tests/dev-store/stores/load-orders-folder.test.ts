import { describe, expect, it } from 'vitest';
import { loadOrdersFolder } from '../../../dev-store/stores/load-orders-folder';
import { paidOrders } from './paid-orders';
import { LINES_HEADER, ORDERS_HEADER, writeOrdersFolder } from './write-orders-folder';

const JUNE = '2011-06-01T09:30:00';
const load = async (files: Parameters<typeof writeOrdersFolder>[0]) =>
  loadOrdersFolder(await writeOrdersFolder(files));

describe('orders', () => {
  it('a sale counts; a cancellation and an adjustment are counted and left out', async () => {
    const { counts, seed } = await load({
      orders: [
        ORDERS_HEADER,
        `A1,,${JUNE},GBP,sale,`,
        `C1,,${JUNE},GBP,cancellation,`,
        `D1,,${JUNE},GBP,adjustment,`,
      ],
      lines: [LINES_HEADER, 'A1,1,LAMP,Lamp,1,1', 'C1,1,LAMP,Lamp,-1,1', 'D1,1,B,Bad debt,1,-11062.06'],
    });
    expect(counts).toMatchObject({ sales: 1, cancellations: 1, adjustments: 1, orders: 1, lines: 3 });
    expect(paidOrders(seed).map((order) => order.sourceId)).toEqual(['A1']);
  });

  it('an order without a date is left out with a warning; one with a date is not', async () => {
    const { counts, warnings, orderIds } = await load({
      orders: [ORDERS_HEADER, `A1,,${JUNE},GBP,sale,`, 'A2,,,GBP,sale,'],
      lines: [LINES_HEADER, 'A1,1,LAMP,Lamp,1,1', 'A2,1,LAMP,Lamp,1,1'],
    });
    expect(counts.salesWithoutDate).toBe(1);
    expect(Array.from(orderIds.toId.keys())).toEqual(['A1']);
    expect(warnings).toContain('1 of 2 sale orders have no date and were left out.');
  });

  it('a line of quantity 0 or less is left out, and so is an order of nothing else', async () => {
    const { counts, seed } = await load({
      orders: [ORDERS_HEADER, `A1,,${JUNE},GBP,sale,`, `A2,,${JUNE},GBP,sale,`],
      lines: [LINES_HEADER, 'A1,1,LAMP,Lamp,1,1', 'A1,2,SOFA,Sofa,0,1', 'A2,1,LAMP,Lamp,-5,0'],
    });
    expect(counts).toMatchObject({ linesWithoutQuantity: 2, salesWithoutLines: 1, orders: 1 });
    expect(paidOrders(seed)[0]?.lines).toHaveLength(1);
  });

  it('orders of one minute follow each other by order id as text', async () => {
    const { seed } = await load({
      orders: [
        ORDERS_HEADER,
        `9,,${JUNE},GBP,sale,`,
        `10,,${JUNE},GBP,sale,`,
        '11,,2011-05-31T09:30:00,GBP,sale,',
      ],
      lines: [LINES_HEADER, '9,1,LAMP,Lamp,1,1', '10,1,LAMP,Lamp,1,1', '11,1,LAMP,Lamp,1,1'],
    });
    expect(paidOrders(seed).map(({ sourceId, name }) => [sourceId, name])).toEqual([
      ['11', '#1001'],
      ['10', '#1002'],
      ['9', '#1003'],
    ]);
  });

  it('an order is paid when it is created', async () => {
    const { seed } = await load({});
    expect(seed.events[0]?.at).toBe(Date.UTC(2011, 5, 1, 8, 30));
    expect(paidOrders(seed)[0]?.paidAt).toBe(Date.UTC(2011, 5, 1, 8, 30));
  });

  it('80,995 units stay exact', async () => {
    const { seed } = await load({ lines: [LINES_HEADER, 'A1,1,CRAFT,Paper craft,80995,2.08'] });
    expect(paidOrders(seed)[0]?.lines[0]).toMatchObject({
      quantity: 80_995,
      currentQuantity: 80_995,
      unitMinor: 208,
    });
  });

  it('the same product twice in an order stays two lines, in the order of their numbers', async () => {
    const { seed } = await load({ lines: [LINES_HEADER, 'A1,2,LAMP,Lamp,3,1', 'A1,1,LAMP,Lamp,1,2'] });
    expect(paidOrders(seed)[0]?.lines.map((line) => line.quantity)).toEqual([1, 3]);
    expect(seed.products).toHaveLength(1);
  });
});

describe('customers', () => {
  it('a known customer gets an address made of the id; a guest gets none', async () => {
    const { seed, customerIds } = await load({
      orders: [ORDERS_HEADER, `A1,17850,${JUNE},GBP,sale,EIRE`, `A2,,${JUNE},GBP,sale,EIRE`],
      lines: [LINES_HEADER, 'A1,1,LAMP,Lamp,1,1', 'A2,1,LAMP,Lamp,1,1'],
    });
    const [known, guest] = paidOrders(seed);
    expect(known).toMatchObject({
      customerId: customerIds.toId.get('17850'),
      email: 'c17850@example.test',
      countryCode: 'IE',
    });
    expect(guest).toMatchObject({ customerId: null, email: null });
    expect(seed.customers.map((customer) => customer.sourceId)).toEqual(['17850']);
  });

  it('ids that differ in a capital or a space never share an address', async () => {
    const ids = ['Ann', 'ann', 'a nn', 'a_20_nn'];
    const { seed } = await load({
      orders: [ORDERS_HEADER, ...ids.map((id, index) => `A${index},${id},${JUNE},GBP,sale,`)],
      lines: [LINES_HEADER, ...ids.map((_, index) => `A${index},1,LAMP,Lamp,1,1`)],
    });
    expect(new Set(seed.customers.map(({ email }) => email)).size).toBe(4);
    expect(seed.customers.every(({ email }) => /^[a-z0-9_-]+@example\.test$/.test(email ?? ''))).toBe(true);
  });

  it('90 % are subscribed, 8 % were never asked, 2 % unsubscribed, and always the same ones', async () => {
    const ids = Array.from({ length: 5000 }, (_, index) => index + 12_000);
    const files = {
      orders: [ORDERS_HEADER, ...ids.map((id) => `A${id},${id},${JUNE},GBP,sale,`)],
      lines: [LINES_HEADER, ...ids.map((id) => `A${id},1,LAMP,Lamp,1,1`)],
    };
    const states = (await load(files)).seed.customers.map(({ marketing }) => marketing.state);
    const share = (wanted: string) => states.filter((state) => state === wanted).length / states.length;
    expect(Math.abs(share('SUBSCRIBED') - 0.9)).toBeLessThan(0.015);
    expect(Math.abs(share('NOT_SUBSCRIBED') - 0.08)).toBeLessThan(0.015);
    expect(Math.abs(share('UNSUBSCRIBED') - 0.02)).toBeLessThan(0.01);
    expect((await load(files)).seed.customers.map(({ marketing }) => marketing.state)).toEqual(states);
  });

  it('a set without customers loads with a warning', async () => {
    const { warnings } = await load({ orders: [ORDERS_HEADER, `A1,,${JUNE},GBP,sale,`] });
    expect(warnings).toEqual([expect.stringContaining('No order names a customer')]);
  });
});

describe('products and prices', () => {
  const goods = [
    'product_id,title,is_merchandise,category,sku,cost,price,colour',
    'LAMP,Lamp,1,Lights,L-1,1.005,2.554,red',
  ];

  it('a product of the catalogue has its title, category, SKU, cost and price; extra columns do not matter', async () => {
    const { seed } = await load({ products: goods, lines: [LINES_HEADER, 'A1,1,LAMP,old name,1,9.99'] });
    expect(seed.pricesFollowOrders).toBe(false);
    expect(seed.products[0]).toMatchObject({
      title: 'Lamp',
      productType: 'Lights',
      category: 'Lights',
      sku: 'L-1',
      costMinor: 101,
      priceMinor: 255,
    });
    expect(paidOrders(seed)[0]?.lines[0]).toMatchObject({ title: 'Lamp', unitMinor: 999 });
  });

  it('without a catalogue prices follow the orders, and the first title that was seen stays', async () => {
    const { seed } = await load({
      lines: [LINES_HEADER, 'A1,1,LAMP,,1,1', 'A1,2,LAMP,Lamp,1,1', 'A1,3,LAMP,Lampe,1,1'],
    });
    expect(seed.pricesFollowOrders).toBe(true);
    expect(seed.products[0]).toMatchObject({
      title: 'Lamp',
      priceMinor: null,
      productType: '',
      category: null,
    });
  });

  it('a fee becomes a custom item; merchandise of the same order does not', async () => {
    const { seed, counts } = await load({
      products: ['product_id,title,is_merchandise', 'LAMP,Lamp,1', 'POST,POSTAGE,0'],
      lines: [LINES_HEADER, 'A1,1,LAMP,Lamp,1,1', 'A1,2,POST,POSTAGE,1,18'],
    });
    expect(counts.customLines).toBe(1);
    expect(seed.products.map((product) => product.sourceId)).toEqual(['LAMP']);
    expect(paidOrders(seed)[0]?.lines).toMatchObject([
      { productId: seed.products[0]?.id, requiresShipping: true },
      { productId: null, title: 'POSTAGE', requiresShipping: false, unitMinor: 1800 },
    ]);
  });

  it('a line of price 0 is worth 0; one of unknown price is worth the catalogue price', async () => {
    const { seed, counts } = await load({
      products: goods,
      lines: [LINES_HEADER, 'A1,1,LAMP,Lamp,1,0', 'A1,2,LAMP,Lamp,1,'],
    });
    expect(paidOrders(seed)[0]?.lines.map((line) => line.unitMinor)).toEqual([0, 255]);
    expect(counts.linesWithoutPrice).toBe(1);
  });

  it('yen have no minor units', async () => {
    const { seed } = await load({
      orders: [ORDERS_HEADER, `A1,,${JUNE},JPY,sale,`],
      lines: [LINES_HEADER, 'A1,1,LAMP,Lamp,1,1980.5'],
    });
    expect(paidOrders(seed)[0]?.lines[0]?.unitMinor).toBe(1981);
  });
});

describe('the shop', () => {
  it('pounds are counted in London; a folder that names no currency is in dollars and UTC, with a warning', async () => {
    const pounds = await load({});
    const none = await load({ orders: ['order_id,customer_id,created_at,kind', `A1,7,${JUNE},sale`] });
    expect(pounds.seed.shop).toMatchObject({ currency: 'GBP', zone: 'Europe/London', countryCode: 'GB' });
    expect(pounds.warnings).toEqual([]);
    expect(none.seed.shop).toMatchObject({ currency: 'USD', zone: 'UTC' });
    expect(none.warnings).toEqual(['No order names a currency; USD is assumed.']);
  });

  it('source ids and shop ids lead to each other', async () => {
    const { orderIds, productIds, seed } = await load({});
    expect(orderIds.toSourceId.get(orderIds.toId.get('A1') ?? '')).toBe('A1');
    expect(productIds.toId.get('LAMP')).toBe(seed.products[0]?.id);
  });
});
