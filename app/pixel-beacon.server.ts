import { z } from 'zod';
import type { Beacon } from '#flows/record-browsing';
import { DAY_MS } from '#core/shared/time';
import { shopOfPixel } from '#flows/pixel-door';
import type { Tools } from '#flows/ports';
import { limitRate } from './limit-rate.server';
import { requireBody } from './require-body.server';

const MOST_BEACON_BYTES = 2_000;
const WINDOW_MS = 60_000;
/** More than the busiest hour of a large store, and more than a person clicks. */
export const MOST_OF_SHOP = 3_000;
export const MOST_OF_CLIENT = 60;
/** A beacon writes at most one row: so many rows can made-up browsers add to the database. */
const MOST_OF_SHOP_A_DAY = 200_000;

const clientId = z.string().regex(/^[\w-]{8,100}$/);
/** Pixels tell the bare number or the whole GID. */
const gid = (type: 'Product' | 'Order') =>
  z
    .string()
    .regex(new RegExp(`^(gid://shopify/${type}/)?\\d{1,20}$`))
    .transform((id) => `gid://shopify/${type}/${id.split('/').at(-1)}`);
const beaconSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('view'), clientId, productId: gid('Product') }),
  z.strictObject({ kind: z.literal('order'), clientId, orderId: gid('Order') }),
]);

/** The sandbox of a strict pixel has no origin of its own; no cookie goes along, so that everybody may read the nothing. */
export const PIXEL_HEADERS = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Methods': 'POST',
  'Access-Control-Allow-Headers': 'Content-Type',
  'Cache-Control': 'no-store',
} as const;

const admits = limitRate(WINDOW_MS);
const admitsToday = limitRate(DAY_MS);

/**
 * What a web pixel tells, from a shop that Encore gave an account id. In: request, account id out of its address.
 * Throws the Response to answer instead: 404 for an unknown account, 429 for too many, 413 for too long, 400 for anything
 * else than a beacon. Nothing of it is logged.
 */
export async function requireBeacon(
  { links }: Pick<Tools, 'links'>,
  request: Request,
  accountId: string,
): Promise<{ readonly shopId: string; readonly beacon: Beacon }> {
  const shopId = shopOfPixel({ links }, accountId);
  if (shopId === null) throw answer(404);
  const body = Buffer.from(await requireBody(request, MOST_BEACON_BYTES, PIXEL_HEADERS)).toString('utf8');
  const parsed = beaconSchema.safeParse(parseJson(body));
  if (!parsed.success) throw answer(400);
  const now = performance.now();
  const quotas = [
    { key: `${shopId}\n${parsed.data.clientId}`, most: MOST_OF_CLIENT },
    { key: shopId, most: MOST_OF_SHOP },
  ];
  if (!admits(quotas, now)) throw answer(429);
  if (!admitsToday([{ key: shopId, most: MOST_OF_SHOP_A_DAY }], now)) throw answer(429);
  return { shopId, beacon: parsed.data };
}

function answer(status: number): Response {
  return new Response(null, { status, headers: PIXEL_HEADERS });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
