import type { Client } from 'pg';
import { emailHashOf } from '#core/suppression/identity';
import type { OrderWithCustomer } from '#flows/ports';
import type { ClaimedTouch } from '#flows/records';
import { plainOrder } from '../plain-order';
import { generateProducts, productIdOf } from './generate-products';

type Due = Omit<ClaimedTouch, 'token'> & {
  readonly confirmedAt: Date;
  readonly basket: ReadonlyArray<number>;
};

/**
 * The due touches of a shop as if claimed, and their orders as the platform would tell them.
 * In: connection as owner, shop. Out: always in the same sequence.
 */
export async function readDueClaims(
  client: Client,
  shopId: string,
): Promise<{
  readonly claims: ReadonlyArray<ClaimedTouch>;
  readonly orders: ReadonlyMap<string, OrderWithCustomer>;
}> {
  const { rows } = await client.query<Due>(
    `SELECT t."shopId", t."touchId", t."enrolmentId", t."orderId", t."personId", t."touchNumber", o."confirmedAt", o.basket
     FROM "Touch" t JOIN "Order" o USING ("shopId", "orderId")
     WHERE t."shopId" = $1 AND t.state = 'due' ORDER BY t."touchId"`,
    [shopId],
  );
  const prices = generateProducts(1 + Math.max(...rows.flatMap(({ basket }) => basket))).map(
    ({ priceMinor }) => priceMinor ?? 0,
  );
  return {
    claims: rows.map(({ confirmedAt: _confirmedAt, basket: _basket, ...claim }) => ({ ...claim, token: '' })),
    orders: new Map(rows.map((row) => [row.orderId, tell(row, prices)])),
  };
}

function tell(
  { orderId, personId, confirmedAt, basket }: Due,
  prices: ReadonlyArray<number>,
): OrderWithCustomer {
  const email = `${personId}@d${Number(personId.slice(1)) % 50}.example`;
  const lines = basket.map((number) => ({
    lineId: `${orderId}/${number}`,
    productId: productIdOf(number),
    variantId: null,
    title: `Article ${number}`,
    quantity: 1,
    currentQuantity: 1,
    unitMinor: prices[number] ?? 0,
    valueMinor: prices[number] ?? 0,
    isGiftCard: false,
    requiresShipping: true,
    sellingPlanId: null,
    bundle: null,
  }));
  const order = plainOrder(
    { orderId, customerId: personId, at: confirmedAt.getTime() },
    {
      emailHash: emailHashOf(email),
      subtotalMinor: lines.reduce((sum, { valueMinor }) => sum + valueMinor, 0),
      lines,
    },
  );
  const customer = {
    customerId: personId,
    email,
    firstName: 'Ada',
    locale: 'en',
    tags: [],
    isCompanyContact: false,
    marketingState: 'SUBSCRIBED' as const,
  };
  return { order, customer };
}
