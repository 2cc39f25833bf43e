import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StoreSeed } from '../../dev-store/model';
import type { DevStore } from '../../dev-store/shop/dev-store';
import { openJournaledStore, textAt, type OpenedStore } from './support/open-store';
import { buildOrder, buildSeed, HOUR, MONDAY, orderPaid, SHOP } from './support/small-seed';

let folder: string;
let path: string;
const opened: OpenedStore[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'encore-journal-'));
  path = join(folder, 'store.jsonl');
});

afterEach(async () => {
  for (const store of opened.splice(0)) await store.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A fresh copy each time: what a seed holds belongs to the store that was opened with it. */
const seed = (facts: { readonly events?: ReadonlyArray<number> } = {}): StoreSeed =>
  buildSeed({
    answer: { kind: 'click_and_buy', afterMs: HOUR },
    events: (facts.events ?? [1, 30]).map((hours, index) =>
      orderPaid(buildOrder({ id: String(1001 + index), createdAt: MONDAY + hours * HOUR })),
    ),
  });

async function open(journalPath: string): Promise<OpenedStore> {
  const store = await openJournaledStore(journalPath, seed());
  opened.push(store);
  return store;
}

async function close(store: OpenedStore): Promise<void> {
  opened.splice(opened.indexOf(store), 1);
  await store.close();
}

/** Everything that a shop has, its counters included. */
function stateOf({ clock, shops }: DevStore) {
  return Array.from(shops.values(), ({ seed: _seed, events: _events, ...shop }) => ({
    now: clock.now,
    ...shop,
  }));
}

const CREATE_CART = `mutation { cartCreate(input: { lines: [{ merchandiseId: "gid://shopify/ProductVariant/3001" }] }) {
  cart { checkoutUrl } } }`;

type Action = (store: OpenedStore) => Promise<unknown>;

const ACTIONS: Readonly<Record<string, Action>> = {
  'an order of a newcomer': (store) =>
    store.post('/_dev/orders', { email: 'new@example.test', lines: [{ productId: '2001' }] }),
  'a clock move over an order of the seed': (store) => store.moveTo(MONDAY + 2 * HOUR),
  'a token exchange': (store) => store.install(),
  'a withdrawn consent': (store) => store.post('/_dev/customers/4001/consent', { state: 'UNSUBSCRIBED' }),
  'a refund': async (store) => {
    const placed = await store.post('/_dev/orders', { customerId: '4001', lines: [{ productId: '2001' }] });
    const lineId = textAt(placed.json, 'lines', 0, 'id');
    await store.post(`/_dev/orders/${textAt(placed.json, 'id')}/refund`, {
      lines: [{ lineId, quantity: 1 }],
    });
  },
  'a cart and its checkout': async (store) => {
    const cart = await store.storefront(CREATE_CART);
    const checkout = new URL(textAt(cart.json, 'data', 'cartCreate', 'cart', 'checkoutUrl')).pathname;
    await fetch(store.url + checkout, {
      method: 'POST',
      body: 'email=ada@example.test',
      redirect: 'manual',
    });
  },
  'a new price': (store) => store.post('/_dev/products/2001', { priceMinor: 1500 }),
  'a product that sold out': (store) => store.post('/_dev/products/2001', { available: 3 }),
  'a purchase by email': async (store) => {
    const cart = await store.storefront(CREATE_CART);
    const location = textAt(cart.json, 'data', 'cartCreate', 'cart', 'checkoutUrl');
    store.app.reply = ({ path: asked }) =>
      asked === '/offer' ? { status: 302, headers: { location } } : { status: 200 };
    await store.post('/_dev/inbox', {
      to: 'ada@example.test',
      touchNumber: 1,
      sentAt: new Date(MONDAY).toISOString(),
      clickUrl: `${store.app.url}/offer`,
      unsubscribeUrl: `${store.app.url}/u`,
    });
    await store.moveTo(MONDAY + 3 * HOUR);
    if (store.store.log.counts(SHOP).purchases !== 1) throw new Error('nobody bought');
  },
};

describe('a store with a journal', () => {
  it.each(Object.keys(ACTIONS))('is the same after a restart: %s', async (name) => {
    const before = await open(path);
    await ACTIONS[name]?.(before);
    const state = structuredClone(stateOf(before.store));
    await close(before);
    expect(stateOf((await open(path)).store)).toEqual(state);
  });

  it('is the same after all of it in a row, and goes on with the same ids', async () => {
    const before = await open(path);
    for (const act of Object.values(ACTIONS)) await act(before);
    await before.moveTo(MONDAY + 40 * HOUR);
    const state = structuredClone(stateOf(before.store));
    await close(before);

    const after = await open(path);
    expect(stateOf(after.store)).toEqual(state);
    // The app knows the webhooks of the first run; a second one under the same id would be lost.
    expect(after.app.topics()).toEqual([]);
    const next = await after.post('/_dev/orders', { customerId: '4001', lines: [{ productId: '2001' }] });
    const ids = state.flatMap(({ orders }) => Array.from(orders.keys()));
    expect(ids).not.toContain(textAt(next.json, 'id'));
  });

  it('still takes the token that it gave, and with another secret would not', async () => {
    const before = await open(path);
    const token = textAt((await before.install()).json, 'access_token');
    await close(before);
    const { store } = await open(path);
    expect(store.tokens.isValid(SHOP, token)).toBe(true);
    expect(store.tokens.isValid(SHOP, `${token.slice(0, -1)}x`)).toBe(false);
  });

  it('differs when a line is missing from the journal', async () => {
    const before = await open(path);
    await ACTIONS['an order of a newcomer']?.(before);
    const state = structuredClone(stateOf(before.store));
    await close(before);
    const lines = readFileSync(path, 'utf8').split('\n');
    writeFileSync(path, lines.filter((line) => !line.includes('/_dev/orders')).join('\n'));
    expect(stateOf((await open(path)).store)).not.toEqual(state);
  });

  it('does without a last line that was cut off, and writes on behind what is whole', async () => {
    const before = await open(path);
    await ACTIONS['an order of a newcomer']?.(before);
    const state = structuredClone(stateOf(before.store));
    await close(before);
    appendFileSync(path, '{"kind":"call","at":17');
    const after = await open(path);
    expect(stateOf(after.store)).toEqual(state);
    await ACTIONS['a new price']?.(after);
    const changed = structuredClone(stateOf(after.store));
    await close(after);
    expect(stateOf((await open(path)).store)).toEqual(changed);
  });

  it('delivers again what nothing says was delivered', async () => {
    const before = await open(path);
    await before.install();
    await ACTIONS['an order of a newcomer']?.(before);
    await close(before);
    const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
    writeFileSync(path, `${lines.slice(0, -1).join('\n')}\n`); // the line that says so
    const after = await open(path);
    await after.moveTo(MONDAY);
    expect(after.app.topics()).toContain('orders/paid');
    const ids = (store: OpenedStore) => store.app.heard.map(({ headers }) => headers['x-shopify-webhook-id']);
    expect(ids(before)).toEqual(expect.arrayContaining(ids(after)));
  });

  it('is not opened over other orders', async () => {
    await close(await open(path));
    await expect(openJournaledStore(path, seed({ events: [1] }))).rejects.toThrow(
      /written over other orders than these/,
    );
  });

  it('is not opened with a line that nobody can read', async () => {
    await close(await open(path));
    appendFileSync(path, 'nonsense\n');
    await expect(openJournaledStore(path, seed())).rejects.toThrow(/line 2 cannot be read/);
  });
});
