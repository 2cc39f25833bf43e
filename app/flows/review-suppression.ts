import { simulateLoad, type SendingLoad } from '#core/suppression/simulate-load';
import { STOPPED_DAYS } from '#core/suppression/stopped-days';
import { RECENT_PURCHASE_MS } from '#core/suppression/re-entry';
import type { Reason } from '#core/suppression/reasons';
import { DAY_MS, type Instant } from '#core/shared/time';
import type { Tools } from './ports';
import type { SettingsRecord } from './ports/settings-store';
import type { SuppressionListFacts } from './ports/suppression-store';

const LOAD_DAYS = 180;
const STALE_AFTER_MS = 30 * DAY_MS;

export type SuppressionReview = {
  readonly newest: SettingsRecord;
  readonly stopped: Readonly<Partial<Record<Reason, number>>>; // in the last STOPPED_DAYS; absent: none
  readonly loads: ReadonlyArray<SendingLoad>; // of the last LOAD_DAYS, one per rule
  readonly purchases: number; // that the loads rest on; 0: the loads say nothing
  readonly list: SuppressionListFacts;
  readonly isImportStale: boolean; // older than 30 days (R8)
};

/**
 * What suppression does in this shop: what each rule stopped, what the three rules for a new purchase would send, and
 * how old the list of people is. In: shop, now (ms). Out: the figures with the settings in force.
 */
export async function reviewSuppression(
  { store }: Pick<Tools, 'store'>,
  { shopId, now }: { readonly shopId: string; readonly now: Instant },
): Promise<SuppressionReview> {
  const from = now - LOAD_DAYS * DAY_MS;
  const [newest, stopped, people, list] = await Promise.all([
    store.newestSettings(shopId),
    store.stoppedByReason(shopId, now - STOPPED_DAYS * DAY_MS),
    store.purchasesByPerson(shopId, from - RECENT_PURCHASE_MS),
    store.suppressionList(shopId),
  ]);
  const { settings } = newest;
  return {
    newest,
    stopped: Object.fromEntries(stopped),
    loads: simulateLoad({ people, from, to: now, settings, cap: settings.suppression.capPer168Hours }),
    purchases: people.flat().filter(({ confirmedAt }) => confirmedAt >= from && confirmedAt < now).length,
    list,
    isImportStale: list.newestImportAt !== null && now - list.newestImportAt > STALE_AFTER_MS,
  };
}
