import { z } from 'zod';
import { advanceClock } from '../clock/advance-clock';
import { readShape } from '../http/read-body';
import { sendJson } from '../http/respond';
import { RefusedCall, type Call } from '../http/route';
import { shopOfControl } from '../http/shop-of-call';
import type { StoreOrder } from '../model';
import { tagOrder } from '../shop/add-tags';
import { cancelOrder } from '../shop/cancel-order';
import type { DevStore } from '../shop/dev-store';
import { findOrAddCustomer } from '../shop/find-or-add-customer';
import { placeOrder } from '../shop/place-order';
import { refundOrder } from '../shop/refund-order';
import { markChanged, type ShopState } from '../shop/shop-state';
import { announceOrderChange, announceRefund } from '../webhooks/announce';
import { requireThing } from './find-thing';

const orderShape = z.object({
  shop: z.string().optional(),
  customerId: z.string().optional(),
  email: z.string().optional(),
  acceptsMarketing: z.boolean().default(false), // of a customer who is new
  lines: z
    .array(
      z.object({
        productId: z.string(),
        quantity: z.number().int().min(1).default(1),
        discountMinor: z.number().int().min(0).default(0),
        sellingPlanId: z.string().nullable().default(null),
      }),
    )
    .min(1),
  attributes: z.array(z.object({ key: z.string(), value: z.string() })).default([]),
  discountCodes: z.array(z.string()).default([]),
  tags: z.array(z.string()).default([]),
  sourceName: z.string().default('web'),
  countryCode: z.string().length(2).nullable().default(null),
  test: z.boolean().default(false),
  isPaid: z.boolean().default(true),
});

type OrderBody = z.infer<typeof orderShape>;

const ofShop = z.object({ shop: z.string().optional() });
const refundShape = ofShop.extend({
  lines: z.array(z.object({ lineId: z.string(), quantity: z.number().int().min(1) })).min(1),
});
const tagShape = ofShop.extend({ tags: z.array(z.string()).min(1) });

/** POST /_dev/orders: by a customer, by an e-mail address, or by a guest without either. */
export async function answerNewOrder(store: DevStore, { request, response }: Call): Promise<void> {
  const body = readShape(request, orderShape);
  const shop = shopOfControl(store, body.shop);
  const customer = customerOf(store, shop, body);
  const order = placeOrder(store, shop, {
    ...body,
    customer,
    email: body.email ?? customer?.email ?? null,
    lines: body.lines.map(({ productId, ...line }) => {
      const product = requireThing(shop.products, productId, 'product');
      return { ...line, product, unitMinor: product.priceMinor ?? 0 };
    }),
  });
  await advanceClock(store, store.clock.now);
  sendJson(response, 200, describeOrder(order));
}

function customerOf(store: DevStore, shop: ShopState, body: OrderBody) {
  const { customerId, email, countryCode, acceptsMarketing } = body;
  if (customerId !== undefined) return requireThing(shop.customers, customerId, 'customer');
  if (email === undefined) return null;
  const { now } = store.clock;
  const isNew = !shop.customersByEmail.has(email.toLowerCase());
  const customer = findOrAddCustomer(shop, email, countryCode, now);
  if (isNew && acceptsMarketing) customer.marketing = { state: 'SUBSCRIBED', updatedAt: now };
  return customer;
}

/** POST /_dev/orders/{id}/pay */
export async function answerPayment(store: DevStore, call: Call): Promise<void> {
  const { shop, order } = orderOf(store, call, readShape(call.request, ofShop));
  if (order.paidAt !== null) throw new RefusedCall(409, `order ${order.id} is paid already`);
  order.paidAt = store.clock.now;
  markChanged(shop, order, store.clock.now);
  announceOrderChange(store, shop, order, 'orders/paid');
  await answerWithOrder(store, call, order);
}

/** POST /_dev/orders/{id}/cancel */
export async function answerCancellation(store: DevStore, call: Call): Promise<void> {
  const { shop, order } = orderOf(store, call, readShape(call.request, ofShop));
  cancelOrder(shop, order, store.clock.now);
  announceOrderChange(store, shop, order, 'orders/cancelled');
  await answerWithOrder(store, call, order);
}

/** POST /_dev/orders/{id}/refund {lines: [{lineId, quantity}]} */
export async function answerRefund(store: DevStore, call: Call): Promise<void> {
  const body = readShape(call.request, refundShape);
  const { shop, order } = orderOf(store, call, body);
  refundOrder(shop, order, body.lines, store.clock.now);
  announceRefund(store, shop, order);
  await answerWithOrder(store, call, order);
}

/** POST /_dev/orders/{id}/tags {tags} */
export async function answerOrderTags(store: DevStore, call: Call): Promise<void> {
  const body = readShape(call.request, tagShape);
  const { shop, order } = orderOf(store, call, body);
  tagOrder(store, shop, order, body.tags);
  await answerWithOrder(store, call, order);
}

function orderOf(store: DevStore, { params }: Call, body: { readonly shop?: string | undefined }) {
  const shop = shopOfControl(store, body.shop);
  return { shop, order: requireThing(shop.orders, params[0], 'order') };
}

async function answerWithOrder(store: DevStore, { response }: Call, order: StoreOrder): Promise<void> {
  await advanceClock(store, store.clock.now);
  sendJson(response, 200, describeOrder(order));
}

function describeOrder(order: StoreOrder) {
  const { id, name, customerId, lines } = order;
  return { id, name, customerId, lines: lines.map((line) => ({ id: line.id, productId: line.productId })) };
}
