import { z } from 'zod';
import { listShopPairings } from '#flows/list-pairings';
import { notePairingsSeen } from '#flows/note-pairings-seen';
import { web } from '../../web.server';
import { readQuery } from './read-query';

const seen = z.strictObject({ intent: z.literal('seen') });

/**
 * Keeps that the page at this address was looked at. What it shows is looked up here again, so that nobody ticks the
 * step by claiming to have seen something. In: the request. Out: null when it asks for something else; it is not read.
 */
export async function noteSeen(request: Request): Promise<{ readonly kind: 'noted' } | null> {
  const body: unknown = await request
    .clone()
    .json()
    .catch(() => null);
  if (!seen.safeParse(body).success) return null;
  const { requireShop, clock, ...tools } = web();
  const shopId = await requireShop(request);
  const now = await clock.now();
  const query = readQuery(new URL(request.url).searchParams);
  const list = await listShopPairings(tools, { shopId, query, now });
  if (list) await notePairingsSeen(tools, { shopId, seen: list.rows.length, all: list.total, now });
  return { kind: 'noted' };
}
