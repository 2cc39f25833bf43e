import { monthsBefore, type Instant } from '#core/shared/time';
import type { Tools } from './ports';

/**
 * Erases the details of what is older than the merchant wants to keep: what decisions looked at and the products they
 * weighed, the subjects of e-mails, and whole e-mails in the outbox folder. Outcomes, amounts and groups stay, so that no
 * figure changes, and so do orders, without which a customer would be offered what they own.
 * In: shop, now (ms). Out: nothing; safe to repeat.
 */
export async function forgetDetails(
  { store, outbox, log }: Pick<Tools, 'store' | 'outbox' | 'log'>,
  { shopId, now }: { readonly shopId: string; readonly now: Instant },
): Promise<void> {
  const shop = await store.findShop(shopId);
  if (!shop) return;
  const before = monthsBefore(now, shop.settings.data.retentionMonths, shop.zone);
  // Files first: whoever dies in between finds their touches again.
  const written = await store.touchesWithDetails(shopId, before);
  const emails = (await outbox.forgetTouches(shopId, written)) + (await outbox.forgetTests(shopId, before));
  const { decisions, touches } = await store.forgetDetails(shopId, before);
  if (decisions + touches + emails > 0)
    log.info({ shopId, decisions, touches, emails }, 'details of old decisions and e-mails erased');
}
