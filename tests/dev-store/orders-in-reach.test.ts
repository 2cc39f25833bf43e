import { afterEach, expect, it } from 'vitest';
import { ordersInReach } from '../../dev-store/shop/orders-in-reach';
import { openStore, type OpenedStore } from './support/open-store';
import { buildLine, buildOrder, buildSeed, MONDAY, orderPaid, SHOP } from './support/small-seed';

const DAY = 86_400_000;
let store: OpenedStore;
afterEach(() => store.close());

it('without the permission to read all orders lists show those of the last 60 days, with it all of them', async () => {
  const events = [61, 60, 59].map((days) =>
    orderPaid(
      buildOrder({
        id: `${1000 + days}`,
        name: `#${days}`,
        createdAt: MONDAY - days * DAY,
        lines: [buildLine({ id: `${10000 + days}` })],
      }),
    ),
  );
  store = await openStore(buildSeed({ events }));
  const shop = store.store.shops.get(SHOP);
  if (!shop) throw new Error(`${SHOP} is not open`);
  const { app, clock } = store.store;
  const namesWith = (scopes: ReadonlyArray<string>) =>
    Array.from(ordersInReach({ app: { ...app, scopes }, clock }, shop, null), ({ name }) => name);
  expect(namesWith(app.scopes)).toEqual(['#61', '#60', '#59']);
  expect(namesWith(app.scopes.filter((scope) => scope !== 'read_all_orders'))).toEqual(['#60', '#59']);
});
