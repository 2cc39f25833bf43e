import { z } from 'zod';
import { readShape } from '../http/read-body';
import { sendJson } from '../http/respond';
import { RefusedCall, type Call } from '../http/route';
import type { DevStore } from '../shop/dev-store';

const targetShape = z.object({ byMs: z.number().int().min(1) });

/** POST /_dev/target {byMs}: asks the conductor to move the clock on, and answers at once. Wishes add up. */
export function answerTargetWish(store: DevStore, { request, response }: Call): void {
  if (store.conducting === null)
    throw new RefusedCall(409, 'nobody conducts this store: move its clock with POST /_dev/clock');
  const { byMs } = readShape(request, targetShape);
  const { from, target } = store.conducting;
  const isMoving = target > store.clock.now;
  store.conducting = {
    from: isMoving ? from : store.clock.now,
    target: (isMoving ? target : store.clock.now) + byMs,
  };
  sendTarget(store, response);
}

/** GET /_dev/target: how far the clock is on its way. */
export function answerTarget(store: DevStore, { response }: Call): void {
  sendTarget(store, response);
}

function sendTarget(store: DevStore, response: Call['response']): void {
  const { now } = store.clock;
  const { from, target } = store.conducting ?? { from: now, target: now };
  const iso = (at: number) => new Date(at).toISOString();
  const done = target > now && target > from ? (now - from) / (target - from) : 1;
  sendJson(response, 200, { now: iso(now), target: iso(Math.max(now, target)), done });
}
