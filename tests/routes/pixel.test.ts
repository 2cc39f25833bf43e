import { afterAll, describe, expect, it } from 'vitest';
import { pixelSettingsOf } from '#flows/pixel-door';
import { DEFAULT_SETTINGS } from '#core/settings/settings';
import { MOST_OF_CLIENT, MOST_OF_SHOP } from '../../app/pixel-beacon.server';
import { action, loader } from '../../app/routes/pixel.$account/route';
import { web } from '../../app/web.server';
import { enrol } from '../support/build-enrolment';
import { buildProduct } from '../support/build-product';
import { installShop } from '../support/build-shop';
import { openStore } from '../support/open-store';
import { queryDatabase } from '../support/query-database';
import { useEnvironment } from './use-environment';

const { store, url } = await openStore();
useEnvironment({ DATABASE_URL: url });
afterAll(() => web().close());

const PRODUCT = 'gid://shopify/Product/501';
let clients = 0;
/** A browser that nobody else in this file uses. */
const newClient = () => `client-${String((clients += 1)).padStart(8, '0')}`;

async function openDoor() {
  const shopId = await installShop(store);
  await store.upsertProducts(shopId, [buildProduct({ productId: PRODUCT })]);
  await enrol(store, shopId, 1);
  return { shopId, ...pixelSettingsOf(web(), shopId) };
}
function tell(account: string, body: unknown, headers: Record<string, string> = { origin: 'null' }) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const request = new Request(`http://127.0.0.1/pixel/${account}`, { method: 'POST', body: text, headers });
  return action({ request, params: { account }, context: {} });
}
const view = (clientId = newClient(), productId = '501') => ({ kind: 'view', clientId, productId });
const viewsOf = (shopId: string) =>
  queryDatabase<{ visitorHash: string }>(
    url,
    `SELECT "visitorHash" FROM "ProductView" WHERE "shopId" = '${shopId}'`,
  );
const ordersOf = (shopId: string) =>
  queryDatabase<{ orderId: string }>(
    url,
    `SELECT "orderId" FROM "VisitorOrder" WHERE "shopId" = '${shopId}'`,
  );

describe('a beacon of the web pixel', () => {
  it('is kept, once a day, of a visitor who is only a hash, and answered to a sandbox without origin', async () => {
    const { shopId, accountID } = await openDoor();
    const clientId = newClient();
    const answer = await tell(accountID, view(clientId));
    await tell(accountID, view(clientId, PRODUCT));
    expect(answer.status).toBe(204);
    expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('*');
    const kept = await viewsOf(shopId);
    expect(kept).toHaveLength(1);
    expect(JSON.stringify(kept)).not.toContain(clientId);
  });

  it('of the same browser means nothing in another shop', async () => {
    const [one, other] = [await openDoor(), await openDoor()];
    const clientId = newClient();
    await tell(one.accountID, view(clientId));
    await tell(other.accountID, view(clientId));
    const [mine, theirs] = [await viewsOf(one.shopId), await viewsOf(other.shopId)];
    expect(mine).toHaveLength(1);
    expect(theirs[0]?.visitorHash).not.toBe(mine[0]?.visitorHash);
  });

  it('that names an order says who looked, and not where nobody looked', async () => {
    const { shopId, accountID } = await openDoor();
    const clientId = newClient();
    await tell(accountID, { kind: 'order', clientId: newClient(), orderId: '7002' });
    await tell(accountID, view(clientId));
    await tell(accountID, { kind: 'order', clientId, orderId: '7001' });
    expect(await ordersOf(shopId)).toEqual([{ orderId: 'gid://shopify/Order/7001' }]);
  });

  it.each([
    ['not JSON', 'look'],
    ['no kind', { clientId: 'client-00000001', productId: '501' }],
    ['more than is asked for', { ...view('client-00000001'), email: 'ada@example.test' }],
    ['an id that is none', view('client-00000001', "501' OR 1=1")],
    ['an id of something else', view('client-00000001', 'gid://shopify/Customer/501')],
    ['a client that is none', view('me')],
  ])('of another shape is refused: %s', async (_, body) => {
    const { shopId, accountID } = await openDoor();
    await expect(tell(accountID, body)).rejects.toMatchObject({ status: 400 });
    expect(await viewsOf(shopId)).toEqual([]);
  });

  it('that is too long is refused unread', async () => {
    const { accountID } = await openDoor();
    const refusal = await tell(accountID, 'x'.repeat(2_001)).catch((thrown: Response) => thrown);
    expect(refusal.status).toBe(413);
    expect(refusal.headers.get('Access-Control-Allow-Origin')).toBe('*');
  });

  it('by another method is refused, and a sandbox may read that too', async () => {
    const { accountID } = await openDoor();
    const request = new Request(`http://127.0.0.1/pixel/${accountID}`, { method: 'PUT', body: '{}' });
    const asked = action({ request, params: { account: accountID }, context: {} });
    const refusal = await asked.catch((thrown: Response) => thrown);
    expect(refusal.status).toBe(405);
    expect(refusal.headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(refusal.headers.get('Allow')).toBe('POST');
  });

  it('with an account id that was never given out is refused', async () => {
    const { accountID, shopId } = await openDoor();
    for (const account of ['', 'k1.made.up', `${accountID}x`, web().links.sign('events', shopId, 'views')])
      await expect(tell(account, view())).rejects.toMatchObject({ status: 404 });
    expect(await viewsOf(shopId)).toEqual([]);
  });

  it('too many of one browser are refused, and those of others are not', async () => {
    const { accountID } = await openDoor();
    const clientId = newClient();
    const made: number[] = [];
    // More than two windows let in, for the test may begin at the end of one.
    for (let n = 0; n <= 2 * MOST_OF_CLIENT; n += 1)
      made.push(
        await tell(accountID, view(clientId)).then(
          ({ status }) => status,
          (thrown: Response) => thrown.status,
        ),
      );
    expect(made.slice(0, MOST_OF_CLIENT)).toEqual(Array(MOST_OF_CLIENT).fill(204));
    expect(made).toContain(429);
    expect((await tell(accountID, view())).status).toBe(204);
  });

  it('one looping browser and malformed requests do not use up what the shop is let', async () => {
    const { accountID } = await openDoor();
    const clientId = newClient();
    const statusOf = (body: unknown) =>
      tell(accountID, body).then(
        ({ status }) => status,
        (thrown: Response) => thrown.status,
      );
    const made = new Set<number>();
    for (let n = 0; n < MOST_OF_SHOP; n += 1) made.add(await statusOf(n % 2 ? view(clientId) : 'look'));
    expect([...made].toSorted()).toEqual([204, 400, 429]);
    expect(await statusOf(view())).toBe(204);
  });

  it.each([
    [
      'that weighs it with 0',
      (shopId: string) => {
        const signals = { ...DEFAULT_SETTINGS.signals, browsePercent: 0 };
        return store.saveSettings(shopId, { ...DEFAULT_SETTINGS, signals }, 'Ada', 0);
      },
    ],
    ['that is uninstalled', (shopId: string) => store.markUninstalled(shopId, 0)],
  ])('is not kept for a shop %s', async (_, change) => {
    const { shopId, accountID } = await openDoor();
    await tell(accountID, view());
    await change(shopId);
    expect((await tell(accountID, view())).status).toBe(204);
    expect(await viewsOf(shopId)).toHaveLength(1);
  });

  it('comes by POST, and a browser that asks first is let', async () => {
    const ask = (method: string) =>
      loader({ request: new Request('http://127.0.0.1/pixel/a', { method }), params: {}, context: {} });
    expect(ask('OPTIONS').status).toBe(204);
    expect(ask('GET').status).toBe(405);
  });
});
