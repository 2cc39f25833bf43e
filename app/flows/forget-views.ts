import { BROWSE_DAYS } from '#core/recommend/score-signals';
import { DAY_MS, type Instant } from '#core/shared/time';
import type { Tools } from './ports';

/** Touch 3 may come until the end of the 45th day after the order. */
const DAYS_AFTER_ORDER = 50;

/**
 * Erases what visitors looked at more than 30 days ago; where an order came of it, 50 days after the order, when its last
 * e-mail is decided. All of it where it weighs nothing any more. In: shop, now (ms). Out: nothing; safe to repeat.
 */
export async function forgetViews(
  { store, log }: Pick<Tools, 'store' | 'log'>,
  { shopId, now }: { readonly shopId: string; readonly now: Instant },
): Promise<void> {
  const leadMs = BROWSE_DAYS * DAY_MS;
  const shop = await store.findShop(shopId);
  const before =
    shop?.settings.signals.browsePercent === 0
      ? { seenBefore: now + 1, orderedBefore: now + 1 }
      : { seenBefore: now - leadMs, orderedBefore: now - DAYS_AFTER_ORDER * DAY_MS };
  const views = await store.forgetProductViews(shopId, { ...before, leadMs });
  if (views > 0) log.info({ shopId, views }, 'looks at products erased');
}
