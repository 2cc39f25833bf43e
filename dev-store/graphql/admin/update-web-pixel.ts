import type { ShopState } from '../../shop/shop-state';
import { gid } from '../gid';
import { userError } from './user-error';

/** QueryRoot.webPixel: the app's own. Throws where it has none, as Shopify answers with an error and not with null. */
export function webPixelNode(shop: ShopState) {
  if (shop.webPixel === null) throw new Error('No web pixel was found for this app.');
  const { id, settings } = shop.webPixel;
  return { __typename: 'WebPixel', id: gid('WebPixel', id), settings };
}

/** Mutation.webPixelUpdate. In: its id, the new settings. Out: the pixel, or that there is none of this id. */
export function updateWebPixel(shop: ShopState, id: string, settings: unknown) {
  if (shop.webPixel === null || id !== gid('WebPixel', shop.webPixel.id))
    return { webPixel: null, userErrors: [userError(['id'], 'There is no such web pixel', 'NOT_FOUND')] };
  const text = typeof settings === 'string' ? settings : JSON.stringify(settings);
  shop.webPixel = { ...shop.webPixel, settings: text };
  return { webPixel: webPixelNode(shop), userErrors: [] };
}
