import { z } from 'zod';
import { advanceClock } from '../clock/advance-clock';
import { nextHappeningAt } from '../clock/happenings';
import { readShape } from '../http/read-body';
import { sendJson } from '../http/respond';
import { RefusedCall, type Call } from '../http/route';
import { shopOfControl } from '../http/shop-of-call';
import type { DevStore } from '../shop/dev-store';

const moveShape = z.object({ to: z.iso.datetime({ offset: true }) });

const iso = (at: number) => new Date(at).toISOString();
const isoOrNull = (at: number | null) => (at === null ? null : iso(at));

/** GET /_dev/clock */
export function answerClock(store: DevStore, { response }: Call): void {
  sendJson(response, 200, { now: iso(store.clock.now) });
}

/** POST /_dev/clock {to}: answers when everything due until then has happened. */
export async function answerClockMove(store: DevStore, { request, response }: Call): Promise<void> {
  const to = Date.parse(readShape(request, moveShape).to);
  if (to < store.clock.now) {
    throw new RefusedCall(
      400,
      `the clock cannot go back from ${iso(store.clock.now)} to ${iso(to)}: name a later time`,
    );
  }
  const before = store.log.totals();
  await advanceClock(store, to);
  const after = store.log.totals();
  sendJson(response, 200, {
    now: iso(store.clock.now),
    delivered: after.delivered - before.delivered,
    failed: after.failed - before.failed,
    next: isoOrNull(nextOfAll(store)),
  });
}

/** GET /_dev/next?shop= */
export function answerNext(store: DevStore, { response, url }: Call): void {
  const at = nextHappeningAt(store, shopOfControl(store, url.searchParams.get('shop')));
  sendJson(response, 200, { at: isoOrNull(at) });
}

/** When the next thing will happen in any shop. */
function nextOfAll(store: DevStore): number | null {
  const times = Array.from(store.shops.values(), (shop) => nextHappeningAt(store, shop)).filter(
    (at) => at !== null,
  );
  return times.length === 0 ? null : Math.min(...times);
}
