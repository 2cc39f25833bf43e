import { issueId, type ShopState } from '../../shop/shop-state';
import { gid } from '../gid';
import { userError } from './user-error';

/** Mutation.webPixelCreate: one pixel per app and shop. */
export function createWebPixel(shop: ShopState, settings: unknown) {
  if (shop.webPixel !== null) {
    return {
      webPixel: null,
      userErrors: [userError(['webPixel'], 'The app has a web pixel already', 'TAKEN')],
    };
  }
  const text = typeof settings === 'string' ? settings : JSON.stringify(settings);
  shop.webPixel = { id: issueId(shop), settings: text };
  return {
    webPixel: { __typename: 'WebPixel', id: gid('WebPixel', shop.webPixel.id), settings: text },
    userErrors: [],
  };
}
