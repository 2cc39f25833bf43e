import type { Shop } from './records';
import type { Tools } from './ports';

/** What the account id names besides the shop: there is one such door for each. */
const DOOR = 'views';

/** What the web pixel of a shop needs to know: who it speaks for, and where to. In: shop. Out: always the same. */
export function pixelSettingsOf({ links, appUrl }: Pick<Tools, 'links' | 'appUrl'>, shopId: string) {
  return { accountID: links.sign('pixel', shopId, DOOR), endpoint: `${appUrl}/pixel` };
}

/** The shop that an account id belongs to. In: as it came. Out: shop; null for one that was never given out. */
export function shopOfPixel({ links }: Pick<Tools, 'links'>, accountId: string): string | null {
  return links.read('pixel', accountId)?.shopId ?? null;
}

/** Whether a shop wants to know what visitors look at: what weighs nothing is not kept. */
export function keepsViews(shop: Shop | null): shop is Shop {
  return shop !== null && shop.uninstalledAt === null && shop.settings.signals.browsePercent > 0;
}
