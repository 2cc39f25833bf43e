import { keepsViews, pixelSettingsOf } from './pixel-door';
import type { Tools } from './ports';

/**
 * Switches the web pixel on in a shop that keeps what visitors look at. Safe to repeat: asked at the installation and
 * every night, it reaches shops that were there before there was a pixel, and those that Encore's address has changed for.
 * In: shop. Out: nothing. Throws AdminError when Shopify cannot answer or knows no such extension.
 */
export async function activatePixel(
  { store, admin, links, appUrl }: Pick<Tools, 'store' | 'admin' | 'links' | 'appUrl'>,
  { shopId }: { readonly shopId: string },
): Promise<void> {
  if (!keepsViews(await store.findShop(shopId))) return;
  await admin.activatePixel(shopId, pixelSettingsOf({ links, appUrl }, shopId));
}
