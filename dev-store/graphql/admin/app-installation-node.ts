import type { DevStore } from '../../shop/dev-store';
import type { ShopState } from '../../shop/shop-state';
import { gid } from '../gid';

export function appInstallationNode(store: DevStore, shop: ShopState) {
  return {
    __typename: 'AppInstallation',
    id: gid('AppInstallation', String(shop.numericId)),
    accessScopes: store.app.scopes.map((handle) => ({ handle, description: handle.replaceAll('_', ' ') })),
    activeSubscriptions: [],
    allSubscriptions: { nodes: [], edges: [] },
    launchUrl: `${store.origin}/store/${shop.handle}/apps/encore`,
    app: { __typename: 'App', id: gid('App', '1'), title: 'Encore', handle: 'encore', apiKey: store.app.key },
  };
}
