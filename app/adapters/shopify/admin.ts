import { toIso } from '#core/shared/time';
import type { Admin } from '#flows/ports';
import { pixelCalls } from './activate-pixel';
import type { ShopCalls } from './call-shop';
import { createCart } from './create-cart';
import { historyReads } from './export-history';
import { orderReads } from './fetch-orders';
import { productReads } from './fetch-products';
import { WRITE_CONSENT } from './operations/consent';
import { SHOP } from './operations/shop';
import { parseShop } from './parse-shop';
import { refuseUserErrors } from './refuse-user-errors';

/** Shopify as the flows see it. In: the GraphQL calls. Out: the port; every failure is an AdminError that names the shop. */
export function createAdmin(calls: ShopCalls): Admin {
  return {
    ...orderReads(calls),
    ...productReads(calls),
    ...historyReads(calls),
    ...pixelCalls(calls),

    fetchShop: async (shopId) => {
      const { shop, currentAppInstallation } = await calls.admin(shopId, SHOP, {});
      return parseShop(shop, currentAppInstallation.accessScopes);
    },

    writeUnsubscribe: async (shopId, customerId, at) => {
      const emailMarketingConsent = { marketingState: 'UNSUBSCRIBED', consentUpdatedAt: toIso(at) } as const;
      const { customerEmailMarketingConsentUpdate } = await calls.admin(shopId, WRITE_CONSENT, {
        input: { customerId, emailMarketingConsent },
      });
      refuseUserErrors(
        shopId,
        'customerEmailMarketingConsentUpdate',
        customerEmailMarketingConsentUpdate?.userErrors ?? [],
      );
    },

    createCart: (shopId, cart) => createCart(calls, shopId, cart),
  };
}
