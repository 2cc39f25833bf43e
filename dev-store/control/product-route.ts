import { z } from 'zod';
import { advanceClock } from '../clock/advance-clock';
import { readShape } from '../http/read-body';
import { sendJson } from '../http/respond';
import type { Call } from '../http/route';
import { shopOfControl } from '../http/shop-of-call';
import type { DevStore } from '../shop/dev-store';
import { announceProducts } from '../webhooks/announce';
import { requireThing } from './find-thing';

const changeShape = z.object({
  shop: z.string().optional(),
  priceMinor: z.number().int().min(0).optional(),
  available: z.number().int().min(0).nullable().optional(),
  status: z.enum(['ACTIVE', 'DRAFT', 'ARCHIVED']).optional(),
});

/** POST /_dev/products/{id} {priceMinor?, available?, status?} */
export async function answerProductChange(
  store: DevStore,
  { request, response, params }: Call,
): Promise<void> {
  const { shop: domain, ...change } = readShape(request, changeShape);
  const shop = shopOfControl(store, domain);
  const product = requireThing(shop.products, params[0], 'product');
  Object.assign(product, change, { updatedAt: store.clock.now });
  announceProducts(store, shop, [product.id]);
  await advanceClock(store, store.clock.now);
  sendJson(response, 200, { id: product.id, ...change });
}
