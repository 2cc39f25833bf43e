import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { DAY_MS, HOUR_MS } from '#core/shared/time';
import { eventDoorOf, isUnreported } from '#flows/event-door';
import { loadHome } from '#flows/load-home';
import { action, loader } from '../../app/routes/webhooks.sendgrid_.$token/route';
import { web } from '../../app/web.server';
import { enrol } from '../support/build-enrolment';
import { installShop } from '../support/build-shop';
import { openStore } from '../support/open-store';
import { queryDatabase } from '../support/query-database';
import { createEventSigner } from '../support/sendgrid-events';
import { useEnvironment } from './use-environment';

const { store, url } = await openStore();
useEnvironment({ DATABASE_URL: url, MAILER: 'outbox' });
afterAll(() => web().close());

const [one, two] = [await installShop(store), await installShop(store)];
const signers = { [one]: createEventSigner(), [two]: createEventSigner() };
await enrol(store, one, 1);
await enrol(store, one, 2);
await enrol(store, two, 1);

const signerOf = (shopId: string) => signers[shopId] ?? createEventSigner();
const keep = async (
  shopId: string,
  eventKey: string | null,
  sealedKey: Uint8Array<ArrayBuffer> | null = null,
) => {
  const revision = ((await store.sendingAccount(shopId))?.revision ?? 0) + 1;
  const kept = await store.saveSendingAccount(shopId, {
    revision,
    kind: 'sendgrid',
    senderName: null,
    senderAddress: 'hello@shop.test',
    sealedKey,
    keyEnd: null,
    eventKey,
    savedBy: 'Ann',
    savedAt: Date.now(),
  });
  expect(kept).toBe(true);
};

beforeEach(async () => {
  await queryDatabase(url, 'DELETE FROM "Suppression"');
  await queryDatabase(url, 'DELETE FROM "EmailEvent"');
  for (const shopId of [one, two]) {
    await keep(shopId, null);
    await keep(shopId, signerOf(shopId).publicKey);
  }
});

const seconds = () => Math.floor(Date.now() / 1000);
const complaint = (shopId: string, order = 1) => ({
  event: 'spamreport',
  timestamp: seconds(),
  shop_id: shopId,
  touch_id: `touch 1 of gid://shopify/Order/${order}`,
});
const tokenOf = (shopId: string) => eventDoorOf(web(), shopId).split('/').at(-1) ?? '';
const post = (token: string, body: string, headers: Readonly<Record<string, string>>) => {
  const request = new Request('http://127.0.0.1/', { method: 'POST', body, headers });
  return action({ request, params: { token }, context: {} });
};
const deliver = (
  shopId: string,
  events: ReadonlyArray<object>,
  at = Date.now(),
  signer = signerOf(shopId),
) => {
  const body = JSON.stringify(events);
  return post(tokenOf(shopId), body, signer.sign(body, at));
};
const suppressed = () => queryDatabase(url, 'SELECT "shopId", kind FROM "Suppression" ORDER BY 1, 2');
const refused = (status: number) => expect.objectContaining({ status });

describe('what a shop’s own SendGrid account tells', () => {
  it('puts on the list who complained, by the address and the key of that shop', async () => {
    expect((await deliver(one, [complaint(one)])).status).toBe(200);
    expect(await suppressed()).toEqual([{ shopId: one, kind: 'complaint' }]);
  });

  it('comes to an address that names its shop and is the same every time', () => {
    expect(eventDoorOf(web(), one)).toMatch(/^http:\/\/127\.0\.0\.1:1\/webhooks\/sendgrid\/k1\./);
    expect(eventDoorOf(web(), one)).toBe(eventDoorOf(web(), one));
    expect(eventDoorOf(web(), one)).not.toBe(eventDoorOf(web(), two));
  });

  it('is refused when it is forged: no signature, another body, another key', async () => {
    const body = JSON.stringify([complaint(one)]);
    const stranger = createEventSigner();
    await expect(post(tokenOf(one), body, {})).rejects.toEqual(refused(401));
    await expect(post(tokenOf(one), body, signerOf(one).sign(`${body} `, Date.now()))).rejects.toEqual(
      refused(401),
    );
    await expect(deliver(one, [complaint(one)], Date.now(), stranger)).rejects.toEqual(refused(401));
    expect(await suppressed()).toEqual([]);
  });

  it('is refused at the address of another shop, though it is signed well', async () => {
    await expect(deliver(two, [complaint(two)], Date.now(), signerOf(one))).rejects.toEqual(refused(401));
    expect(await suppressed()).toEqual([]);
  });

  it('says nothing about the touches of another shop, nor about touches that it does not have', async () => {
    await deliver(one, [complaint(two), complaint(one, 99)]);
    expect(await suppressed()).toEqual([]);
    await deliver(two, [complaint(two)]);
    expect(await suppressed()).toEqual([{ shopId: two, kind: 'complaint' }]);
  });

  it('counts once, however often it is played', async () => {
    const events = [complaint(one)];
    await deliver(one, events);
    await queryDatabase(url, 'DELETE FROM "Suppression"');
    await deliver(one, events);
    expect(await suppressed()).toEqual([]);
    await deliver(one, [complaint(one, 2)]);
    expect(await suppressed()).toHaveLength(1);
  });

  it('is refused after a day and an hour, and not before', async () => {
    const at = Date.now();
    await expect(deliver(one, [complaint(one)], at - DAY_MS - 2 * HOUR_MS)).rejects.toEqual(refused(401));
    expect(await suppressed()).toEqual([]);
    await deliver(one, [complaint(one)], at - DAY_MS);
    expect(await suppressed()).toHaveLength(1);
  });

  it.each(['made up', 'of another purpose'])('at an address that is %s is not found', async (what) => {
    const token = what === 'made up' ? 'k1.abc.def' : web().links.sign('unsubscribe', one, 'account');
    const body = JSON.stringify([complaint(one)]);
    await expect(post(token, body, signerOf(one).sign(body, Date.now()))).rejects.toEqual(refused(404));
    expect(await suppressed()).toEqual([]);
  });

  it('is asked for again while no key is kept, and taken in once it is', async () => {
    await keep(one, null);
    await expect(deliver(one, [complaint(one)])).rejects.toEqual(refused(401));
    await keep(one, signerOf(one).publicKey);
    await deliver(one, [complaint(one)]);
    expect(await suppressed()).toHaveLength(1);
  });

  it('that is no list is refused, and comes by POST only', async () => {
    const body = '{"event":"bounce"}';
    await expect(post(tokenOf(one), body, signerOf(one).sign(body, Date.now()))).rejects.toEqual(
      refused(400),
    );
    const request = new Request('http://127.0.0.1/');
    await expect(loader({ request, params: { token: tokenOf(one) }, context: {} })).rejects.toEqual(
      refused(405),
    );
  });

  it('still counts after the app was uninstalled, for the day the shop comes back', async () => {
    await store.markUninstalled(two, Date.now());
    await deliver(two, [complaint(two)]);
    expect(await suppressed()).toEqual([{ shopId: two, kind: 'complaint' }]);
  });
});

describe('the merchant', () => {
  const attention = async () =>
    (await loadHome({ store }, { shopId: one, isOutbox: false, now: Date.now() }))?.attention.map(
      ({ kind }) => kind,
    );

  it('is told that nothing comes in until something did, and again after another key', async () => {
    expect(await attention()).toContain('unreported');
    await deliver(one, [{ event: 'processed', timestamp: seconds() }]); // as SendGrid's test delivery
    expect(await attention()).not.toContain('unreported');
    await keep(one, createEventSigner().publicKey);
    expect(await attention()).toContain('unreported');
  });

  it('is not told by a delivery that the key did not verify', async () => {
    await deliver(one, [], Date.now(), createEventSigner()).catch(() => undefined);
    expect(isUnreported(await store.sendingAccount(one))).toBe(true);
  });

  it('keeps what was heard when only the sender is saved', async () => {
    await deliver(one, []);
    await keep(one, signerOf(one).publicKey);
    expect(isUnreported(await store.sendingAccount(one))).toBe(false);
  });

  it('waits for events anew after another API key, for that may be another account', async () => {
    await keep(one, signerOf(one).publicKey, new Uint8Array([1, 2, 3]));
    await deliver(one, []);
    await keep(one, signerOf(one).publicKey, new Uint8Array([1, 2, 3]));
    expect(isUnreported(await store.sendingAccount(one))).toBe(false);
    await keep(one, signerOf(one).publicKey, new Uint8Array([4, 5, 6]));
    expect(isUnreported(await store.sendingAccount(one))).toBe(true);
  });

  it('of a shop that never chose an account of its own is not told anything', () => {
    expect(isUnreported(null)).toBe(false);
  });
});
