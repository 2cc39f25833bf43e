import { DAY_MS } from '#core/shared/time';
import { activatePixel } from '#flows/activate-pixel';
import { forgetDetails } from '#flows/forget-details';
import { forgetViews } from '#flows/forget-views';
import { importHistory } from '#flows/import-history';
import { mineShopPairings } from '#flows/mine-shop-pairings';
import { reconcileOrders } from '#flows/reconcile-orders';
import { watchLift, watchMail } from '#flows/watch-guardrails';
import { writeConsent } from '#flows/write-consent';
import type { Clock, JobHandlers, Tools } from '#flows/ports';

/** Raw payloads hold addresses; after a week nobody needs to look at one any more. */
const KEEP_WEBHOOKS_MS = 7 * DAY_MS;

/** What each background job does. A job that throws is tried again with backoff and ends as a dead letter. */
export function jobHandlers(tools: Tools, clock: Clock): JobHandlers {
  return {
    import_history: async (shopId) => {
      await importHistory(tools, { shopId, now: await clock.now() });
    },
    mine_pairings: async (shopId) => {
      await mineShopPairings(tools, { shopId, now: await clock.now() });
    },
    reconcile_orders: async (shopId) => {
      const now = await clock.now();
      await watchMail(tools, { shopId, now }); // first, for the platform may be out while complaints come in
      const since = await tools.store.watermark(shopId);
      // There is no watermark before the history is in. The export's own webhook may be lost like any other, so that the
      // schedule wakes the import up as well.
      if (since === null) await importHistory(tools, { shopId, now });
      else await reconcileOrders(tools, { shopId, since, now });
    },
    purge_inbox: async () => {
      await tools.store.purgeInbox((await clock.now()) - KEEP_WEBHOOKS_MS);
    },
    forget_details: async (shopId) => {
      const now = await clock.now();
      await forgetDetails(tools, { shopId, now });
      await forgetViews(tools, { shopId, now });
    },
    activate_pixel: async (shopId) => {
      await activatePixel(tools, { shopId });
    },
    watch_lift: async (shopId) => {
      await watchLift(tools, { shopId, now: await clock.now() });
    },
    write_consent: async (shopId, { customerId, at }) => {
      if (customerId && at) await writeConsent(tools, { shopId, customerId, at: Number(at) });
    },
  };
}
