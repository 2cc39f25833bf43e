import { HOUR_MS, localHour, localHourAfterDays, MINUTE_MS, toIso, type Instant } from '#core/shared/time';
import type { JobName, Tools } from '#flows/ports';

export const RECONCILE_EVERY_MS = 15 * MINUTE_MS;
/** When a shop is asleep and yesterday is complete. */
const NIGHT_HOUR = 3;

/**
 * Starts what the schedule asks for: for each shop only the latest slot of each job, however many were missed. A slot's
 * name follows from the clock alone and is a unique key, so two runners cannot both start it; `known` remembers what
 * this process has seen started, so that it is asked for once.
 * In: now (ms), memory that the caller keeps. Out: how many jobs were started.
 */
export async function startDueSlots(
  tools: Pick<Tools, 'store'>,
  now: Instant,
  known: Map<string, string>,
): Promise<number> {
  const quarter = toIso(Math.floor(now / RECONCILE_EVERY_MS) * RECONCILE_EVERY_MS);
  if (known.get(EVERY_SHOP) === quarter) return 0; // every slot begins with a quarter of an hour, in every zone
  const shops = await tools.store.activeShops();
  let started = 0;
  for (const { shopId, zone } of shops) {
    for (const { job, slot } of slotsAt(now, zone)) {
      if (known.get(`${shopId} ${job}`) === slot) continue;
      if (await tools.store.startSlot(shopId, job, slot)) started += 1;
      known.set(`${shopId} ${job}`, slot);
    }
  }
  known.set(EVERY_SHOP, quarter);
  return started;
}

const EVERY_SHOP = '*';

/** The latest slot of every scheduled job at `now`. In: now (ms), shop's zone. Out: job names with slot names. */
function slotsAt(
  now: Instant,
  zone: string,
): ReadonlyArray<{ readonly job: JobName; readonly slot: string }> {
  const nightAgo = localHour(now, zone) >= NIGHT_HOUR ? 0 : -1;
  const night = toIso(localHourAfterDays(now, nightAgo, zone, NIGHT_HOUR));
  return [
    { job: 'reconcile_orders', slot: toIso(Math.floor(now / RECONCILE_EVERY_MS) * RECONCILE_EVERY_MS) },
    { job: 'watch_lift', slot: toIso(Math.floor(now / HOUR_MS) * HOUR_MS) },
    { job: 'mine_pairings', slot: night },
    { job: 'purge_inbox', slot: night },
    { job: 'forget_details', slot: night },
    { job: 'activate_pixel', slot: night },
  ];
}
