import { compliancePayload } from '../webhooks/payloads/compliance-payload';
import { shopPayload } from '../webhooks/payloads/shop-payload';
import { queueWebhooks } from '../webhooks/queue-webhook';
import type { DevStore } from './dev-store';
import type { ShopState } from './shop-state';

const REDACTION_WAIT_MS = 48 * 3_600_000;

/** Takes the app out of a shop: its tokens end, it is told once, and 48 hours later, unless it has come back, it is
 * told to delete the shop's data. */
export function uninstallApp(store: DevStore, shop: ShopState): void {
  const { domain } = shop.shop;
  shop.isInstalled = false;
  store.tokens.revoke(domain);
  queueWebhooks(store, shop, ['app/uninstalled'], () => shopPayload(shop));
  store.agenda.add({
    at: store.clock.now + REDACTION_WAIT_MS,
    shop: domain,
    kind: 'act',
    run: () => {
      if (!shop.isInstalled) {
        queueWebhooks(store, shop, ['shop/redact'], () => compliancePayload(shop, 'shop/redact', null));
      }
      return Promise.resolve();
    },
  });
}
