import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { modelName } from '#core/catalogue/model-name';
import type { StoreOrder } from '../../../dev-store/model';
import { buildDemoStore } from '../../../dev-store/stores/demo-store';
import { CONSENT_SHARES, GUEST_SHARE } from '../../../dev-store/stores/demo/shopper';
import { ordersByPerson, paidOrders } from './paid-orders';

const UNTIL = Date.UTC(2026, 5, 1);
const DAY = 86_400_000;
const build = (seed: number, until = UNTIL) => buildDemoStore({ seed, until });
const hash = (thing: unknown) => createHash('sha256').update(JSON.stringify(thing)).digest('hex');

const demo = build(1);
const orders = paidOrders(demo.seed);
const history = orders.filter((order) => order.createdAt < UNTIL);

it('equal seeds make equal shops; another seed does not', () => {
  expect(hash(build(1))).toBe(hash(demo));
  expect(hash(build(2))).not.toBe(hash(demo));
});

it('history is a year before the given instant, and a year of future follows it', () => {
  expect(orders[0]?.createdAt).toBeGreaterThanOrEqual(UNTIL - 365 * DAY);
  expect(orders[0]?.createdAt).toBeLessThan(UNTIL - 364 * DAY);
  expect(orders.at(-1)?.createdAt).toBeLessThan(UNTIL + 365 * DAY);
  expect(orders.at(-1)?.createdAt).toBeGreaterThan(UNTIL + 364 * DAY);
});

it('the shop is of the size that Encore is made for: 70 products in 6 categories, 2,000 shoppers, 6,000 orders', () => {
  expect(Math.abs(demo.seed.products.length - 70)).toBeLessThan(10);
  expect(new Set(demo.seed.products.map(({ category }) => category)).size).toBeGreaterThanOrEqual(6);
  expect(Math.abs(history.length - 6_000)).toBeLessThan(1_000);
  expect(
    Math.abs(new Set(history.map(({ customerId, email }) => customerId ?? email)).size - 2_000),
  ).toBeLessThan(500);
});

it('products carry what offers are judged by: plans of 10 to 15 %, ratings, costs, and all kinds of goods', () => {
  const { products } = demo.seed;
  const plans = products.flatMap(({ sellingPlans }) => sellingPlans);
  expect(plans.length).toBeGreaterThan(15);
  expect(plans.every(({ percentOff }) => percentOff >= 10 && percentOff <= 15)).toBe(true);
  expect(products.every(({ priceMinor, costMinor }) => (costMinor ?? 0) < (priceMinor ?? 0))).toBe(true);
  expect(products.filter(({ isGiftCard }) => isGiftCard)).toHaveLength(1);
  expect(
    products.filter(({ isGiftCard, requiresShipping }) => !isGiftCard && !requiresShipping),
  ).toHaveLength(1);
  expect(products.filter(({ status, available }) => status !== 'ACTIVE' || available === 0)).toHaveLength(3);
  expect(new Set(products.map(({ handle }) => handle)).size).toBe(products.length);
});

it('two kinds of beans are sold in two sizes, each a product of its own, and nothing else is one model', () => {
  const models = demo.seed.products.map(({ title }) => modelName(title));
  const twice = models.filter((model, at) => models.indexOf(model) !== at);
  expect(twice).toEqual(['harbour espresso beans', 'lighthouse filter beans']);
});

it('events follow each other in time, and nothing happens to an order before it is paid', () => {
  const paid = new Set<string>();
  let last = 0;
  for (const event of demo.seed.events) {
    expect(event.at).toBeGreaterThanOrEqual(last);
    last = event.at;
    if (event.kind === 'order_paid') paid.add(event.order.id);
    else expect(paid.has(event.orderId)).toBe(true);
  }
});

describe('every special kind of order is there, and each is rare', () => {
  it.each<[string, (order: StoreOrder) => boolean]>([
    ['test', (order) => order.test],
    ['point of sale', (order) => order.sourceName === 'pos'],
    ['draft', (order) => order.sourceName === 'shopify_draft_order'],
    ['renewal', (order) => order.sourceName === 'subscription_contract'],
    [
      'first order on a selling plan',
      (order) => order.sourceName === 'web' && order.lines.some((line) => line.sellingPlanId),
    ],
    ['company', (order) => order.companyName !== null],
    ['guest with an address', (order) => order.customerId === null && order.email !== null],
    ['customer without an address', (order) => order.email === null],
    ['discounted', (order) => order.discountCodes.length > 0],
  ])('%s', (_, isSpecial) => {
    const count = history.filter(isSpecial).length;
    expect(count).toBeGreaterThan(3);
    expect(count).toBeLessThan(history.length / 8);
  });

  it.each(['order_cancelled', 'order_refunded'])('%s', (kind) => {
    const count = demo.seed.events.filter((event) => event.kind === kind).length;
    expect(count).toBeGreaterThan(50);
    expect(count).toBeLessThan(orders.length / 20);
  });
});

it('consent and guests have the shares that they were given', () => {
  const people = demo.seed.customers.filter(({ companyName }) => companyName === null);
  for (const { state, share } of CONSENT_SHARES) {
    const observed = people.filter(({ marketing }) => marketing.state === state).length / people.length;
    expect(Math.abs(observed - share)).toBeLessThan(0.025);
  }
  const guests = new Set(
    orders.flatMap(({ customerId, email }) => (customerId === null && email ? [email] : [])),
  );
  expect(Math.abs(guests.size / (guests.size + people.length) - GUEST_SHARE)).toBeLessThan(0.02);
});

it('customers come from six countries, with names that templates have to survive', () => {
  expect(new Set(demo.seed.customers.map(({ countryCode }) => countryCode))).toEqual(
    new Set(['DE', 'AT', 'FR', 'NL', 'GB', 'US']),
  );
  expect(demo.seed.customers.some(({ firstName }) => firstName === "D'Arcy")).toBe(true);
  expect(
    demo.seed.customers.every(({ email }) => email === null || /^[a-z.0-9]+@example\.test$/.test(email)),
  ).toBe(true);
  expect(demo.seed.customers.some(({ tags }) => tags.includes('vip'))).toBe(true);
  expect(demo.seed.customers.some(({ tags }) => tags.includes('wholesale'))).toBe(true);
});

it('customers look at products of the shop in the week before they order', () => {
  expect(demo.browseEvents.length).toBeGreaterThan(5_000);
  const byPerson = ordersByPerson(orders);
  const isBeforeAnOrder = demo.browseEvents.every(({ customerId, at }) =>
    byPerson.get(customerId)?.some(({ createdAt }) => createdAt > at && createdAt - at <= 7 * DAY),
  );
  expect(isBeforeAnOrder).toBe(true);
});
