import { describe, expect, it } from 'vitest';
import { settingsParser } from '#adapters/settings/parse-settings';
import { DEFAULT_SETTINGS } from '#core/settings/settings';
import { DAY_MS, MINUTE_MS } from '#core/shared/time';
import { changeSending } from '#flows/change-sending';
import { loadHome } from '#flows/load-home';
import { loadReport } from '#flows/load-report';
import { notePairingsSeen } from '#flows/note-pairings-seen';
import { resumeImport } from '#flows/resume-import';
import { buildGate, claimOne, enrol } from '../support/build-enrolment';
import { MONDAY } from '../support/build-order';
import { buildEvent } from '../support/build-event';
import { buildRecordedOrder, buyer } from '../support/build-recorded-order';
import { buildProduct } from '../support/build-product';
import { buildShopDetails, installShop } from '../support/build-shop';
import { openStore } from '../support/open-store';

const { store, jobs } = await openStore();
const tools = { store, settingsParser };
const now = MONDAY + DAY_MS;

async function home(shopId: string) {
  const page = await loadHome({ store }, { shopId, isOutbox: false, now });
  if (!page) throw new Error(`${shopId} has no home`);
  return page;
}

const keepImport = (shopId: string, over: { state: 'reading' | 'done' | 'failed'; error?: string }) =>
  store.saveImport(shopId, {
    bulkOperationId: null,
    until: MONDAY,
    ordersRead: 7,
    error: null,
    ...over,
  });

const done = async (shopId: string) =>
  (await home(shopId)).steps.filter(({ isDone }) => isDone).map(({ step }) => step);

it('each step of setting up is ticked by its own fact, and by no other', async () => {
  const shopId = await installShop(store);
  const off = {
    ...DEFAULT_SETTINGS,
    sending: { ...DEFAULT_SETTINGS.sending, isSequenceOn: false },
  };
  await store.saveSettings(shopId, off, 'Ann', MONDAY);
  await keepImport(shopId, { state: 'reading' });
  expect(await done(shopId)).toEqual([]);
  await keepImport(shopId, { state: 'done' });
  expect(await done(shopId)).toEqual(['history']);
  await notePairingsSeen({ store }, { shopId, seen: 9, all: 40, now });
  expect(await done(shopId)).toEqual(['history']);
  await notePairingsSeen({ store }, { shopId, seen: 10, all: 40, now });
  expect(await done(shopId)).toEqual(['history', 'pairings']);
  await store.saveSettings(shopId, { ...off, brand: { ...off.brand, name: 'Bean' } }, 'Ann', MONDAY);
  expect(await done(shopId)).toEqual(['history', 'pairings', 'sender']);
  await store.noteSetupFact(shopId, 'test_sent', now);
  expect(await done(shopId)).toEqual(['history', 'pairings', 'sender', 'test']);
  await store.noteSetupFact(shopId, 'guide_dismissed', now);
  expect((await home(shopId)).isGuideShown).toBe(true); // one step is still open
  const on = { ...off, brand: { ...off.brand, name: 'Bean' }, sending: DEFAULT_SETTINGS.sending };
  await store.saveSettings(shopId, on, 'Ann', MONDAY);
  expect(await done(shopId)).toHaveLength(5);
  expect((await home(shopId)).isGuideShown).toBe(false);
});

it('an import shows how far it is and no figures; one that failed says why and can be asked for again', async () => {
  const shopId = await installShop(store);
  await keepImport(shopId, { state: 'reading' });
  expect(await home(shopId)).toMatchObject({
    banner: { kind: 'importing', ordersRead: 7 },
    isImporting: true,
    report: null,
    readiness: null,
  });
  await resumeImport({ store }, { shopId });
  expect(jobs.filter((job) => job.shopId === shopId)).toEqual([]);
  await keepImport(shopId, { state: 'failed', error: 'ACCESS_DENIED' });
  expect(await home(shopId)).toMatchObject({
    banner: { kind: 'import_failed', error: 'ACCESS_DENIED' },
    isImporting: false,
  });
  await resumeImport({ store }, { shopId });
  expect(await store.findImport(shopId)).toMatchObject({ state: 'requested', error: null });
  expect(jobs.filter((job) => job.shopId === shopId)).toEqual([
    { shopId, job: 'import_history', detail: {} },
  ]);
});

it('what is broken comes before a pause, and a pause before the outbox', async () => {
  const shopId = await installShop(store);
  const banner = async () => (await loadHome({ store }, { shopId, isOutbox: true, now }))?.banner?.kind;
  expect(await banner()).toBe('outbox');
  await changeSending(tools, { shopId, isPaused: true, savedBy: 'Ann', now });
  expect(await banner()).toBe('paused');
  await store.pauseSending(shopId, 'sending_paused', 'key refused', now);
  expect(await banner()).toBe('sending_broken');
  await changeSending(tools, { shopId, isPaused: false, savedBy: 'Ann', now });
  expect(await banner()).toBe('outbox');
});

describe('the size of a shop', () => {
  /** So many products and, in each of the three months before June, so many orders of this value. */
  async function shopOf(size: {
    readonly products: number;
    readonly orders: number;
    readonly valueMinor: number;
    readonly currency?: string;
  }) {
    const shopId = await installShop(store);
    if (size.currency) await store.saveShop(shopId, buildShopDetails({ currency: size.currency }), MONDAY);
    await keepImport(shopId, { state: 'done' });
    const products = Array.from({ length: size.products }, (_, n) => `gid://shopify/Product/${n + 1}`);
    await store.productNumbers(shopId, products);
    await store.upsertProducts(
      shopId,
      products.map((productId) => buildProduct({ productId })),
    );
    const months = [
      '2026-02-28T12:00:00Z',
      '2026-03-10T12:00:00Z',
      '2026-04-10T12:00:00Z',
      '2026-05-10T12:00:00Z',
    ];
    const orders = months.flatMap((month, at) =>
      Array.from({ length: at === 0 ? 1 : size.orders }, (_, n) =>
        buildRecordedOrder(
          {
            orderId: `gid://shopify/Order/${at}00${n}`,
            confirmedAt: Date.parse(month),
            currency: size.currency ?? 'GBP',
            ...buyer(n + 1),
          },
          { netMinor: size.valueMinor },
        ),
      ),
    );
    await store.recordOrders(shopId, orders);
    return (await home(shopId)).readiness;
  }

  it('is told with its own numbers where it is below 50 products or 200 orders a month, and is enough at both', async () => {
    const enough = { products: 50, orders: 200, valueMinor: 1_000 };
    expect(await shopOf(enough)).toMatchObject({ verdict: 'ready', products: 50, ordersAMonth: 200 });
    expect(await shopOf({ ...enough, products: 49 })).toMatchObject({ verdict: 'too_small', products: 49 });
    expect(await shopOf({ ...enough, orders: 199 })).toMatchObject({
      verdict: 'too_small',
      ordersAMonth: 199,
      basis: { kind: 'months', count: 3 },
    });
  });

  it('proposes simple mode from half a million to a million a year, counted in the currency of the shop', async () => {
    const year = (units: number) => ({ products: 50, orders: 200, valueMinor: (units * 100) / 2_400 });
    expect((await shopOf(year(504_000)))?.verdict).toBe('simple_mode');
    expect((await shopOf(year(480_000)))?.verdict).toBe('ready');
    expect((await shopOf(year(1_008_000)))?.verdict).toBe('ready');
    const yen = { products: 50, orders: 200, valueMinor: 21_000, currency: 'JPY' };
    expect(await shopOf(yen)).toMatchObject({ verdict: 'ready', yearlyMinor: 50_400_000 });
  });

  it('counts only what can be offered', async () => {
    const shopId = await installShop(store);
    await store.productNumbers(shopId, [
      'gid://shopify/Product/1',
      'gid://shopify/Product/2',
      'gid://shopify/Product/3',
    ]);
    await store.upsertProducts(shopId, [
      buildProduct({ productId: 'gid://shopify/Product/1' }),
      buildProduct({ productId: 'gid://shopify/Product/2', isPublished: false }),
      buildProduct({ productId: 'gid://shopify/Product/3', isGiftCard: true }),
    ]);
    expect(await store.offerableProducts(shopId)).toBe(1);
  });
});

describe('a shop that did not grant access to all orders', () => {
  async function shop(readsAllOrders: boolean, firstOrderAt: number) {
    const shopId = await installShop(store);
    await store.saveShop(shopId, buildShopDetails({ readsAllOrders }), MONDAY);
    await keepImport(shopId, { state: 'done' });
    await store.recordOrders(shopId, [buildRecordedOrder({ confirmedAt: firstOrderAt, ...buyer(1) })]);
    return home(shopId);
  }
  const sixtyDaysAgo = now - 60 * DAY_MS;

  it('is told from when on its orders are known and what pairings need', async () => {
    expect((await shop(false, sixtyDaysAgo)).readiness?.shortHistory).toEqual({
      knownFrom: sixtyDaysAgo,
      windowMonths: 12,
      minimumBuyers: 20,
      minimumSupport: 5,
    });
  });

  it('is not told with the access, nor once the whole window is known', async () => {
    expect((await shop(true, sixtyDaysAgo)).readiness?.shortHistory).toBeNull();
    expect((await shop(false, now - 366 * DAY_MS)).readiness?.shortHistory).toBeNull();
    expect((await shop(false, now - 364 * DAY_MS)).readiness?.shortHistory).not.toBeNull();
  });
});

it('the guide that was dismissed is on Home again once the merchant asks for it', async () => {
  const shopId = await installShop(store);
  await keepImport(shopId, { state: 'done' });
  const settings = { ...DEFAULT_SETTINGS, brand: { ...DEFAULT_SETTINGS.brand, name: 'Bean' } };
  await store.saveSettings(shopId, settings, 'Ann', MONDAY);
  for (const fact of ['pairings_reviewed', 'test_sent', 'guide_dismissed'] as const)
    await store.noteSetupFact(shopId, fact, now);
  expect((await home(shopId)).isGuideShown).toBe(false);
  await store.forgetSetupFact(shopId, 'guide_dismissed');
  expect((await home(shopId)).isGuideShown).toBe(true);
});

it('the next 24 hours promise nothing while the sequence is off, paused or stopped, and say which it is', async () => {
  const shopId = await installShop(store);
  await enrol(store, shopId, 1);
  const held = async () => (await home(shopId)).heldBy;
  expect(await held()).toBeNull();
  await changeSending(tools, { shopId, isPaused: true, savedBy: 'Ann', now });
  expect(await held()).toBe('paused');
  await store.pauseSending(shopId, 'sending_paused', 'key refused', now);
  expect(await held()).toBe('stopped');
  const { settings } = await store.newestSettings(shopId);
  const off = { ...settings, sending: { isPaused: true, isSequenceOn: false } };
  await store.saveSettings(shopId, off, 'Ann', now);
  expect(await held()).toBe('sequence_off'); // due touches do not wait, they are skipped
  expect((await home(shopId)).next[0]).toMatchObject({ due: 1 });
  await store.releaseClaims(await store.claimDueTouches(now, 10, MINUTE_MS));
  await store.exitEnrolments(shopId, buyer(1).customerId, 'vip_custom', now);
});

it('a pause stops the send that is due, and its end lets it go', async () => {
  const shopId = await installShop(store);
  await enrol(store, shopId, 1);
  expect((await home(shopId)).next[0]).toEqual({ touchNumber: 1, due: 1, isOn: true });
  await changeSending(tools, { shopId, isPaused: true, savedBy: 'Ann', now });
  const claim = await claimOne(store);
  expect(await store.beginSending(shopId, claim, buildGate())).toMatchObject({
    kind: 'blocked',
    reason: 'sending_paused',
  });
  await changeSending(tools, { shopId, isPaused: false, savedBy: 'Ann', now });
  expect(await store.beginSending(shopId, claim, buildGate())).toEqual({ kind: 'sending' });
  await store.finishTouch(shopId, claim, { state: 'accepted', at: now, messageId: 'm' });
});

it('Home quotes the very figures of Reports', async () => {
  const shopId = await installShop(store);
  await keepImport(shopId, { state: 'done' });
  await enrol(store, shopId, 1);
  const claim = await claimOne(store);
  await store.beginSending(shopId, claim, buildGate());
  await store.finishTouch(shopId, claim, { state: 'accepted', at: now, messageId: 'm' });
  await store.recordEmailEvents(shopId, [buildEvent(claim.touchId, 'delivered', { at: now })]);
  await store.suppress(shopId, buyer(1).emailHash, 'unsubscribed', 'link', now);
  const { report } = await home(shopId);
  expect(report).toEqual(
    await loadReport({ store }, { shopId, period: '90', segment: null, model: 'last_touch', now }),
  );
  expect(report).toMatchObject({ sent: 1, suppressed: 0, unsubscribed: { count: 1, rate: 1 } });
});

it('a touch that is off and an email without an answer need attention; the held out are not counted as due', async () => {
  const shopId = await installShop(store);
  await enrol(store, shopId, 1, { arm: 'holdout' });
  const settings = {
    ...DEFAULT_SETTINGS,
    touches: { ...DEFAULT_SETTINGS.touches, two: { isOn: false, day: 3 } },
  };
  await store.saveSettings(shopId, settings, 'Ann', MONDAY);
  expect((await home(shopId)).attention).toEqual([{ kind: 'touch_paused', touchNumber: 2, due: 0 }]);
  expect((await home(shopId)).next.map(({ due }) => due)).toEqual([0, 0, 0]);

  const claims = await store.claimDueTouches(now, 10, MINUTE_MS);
  await store.releaseClaims(claims);
  await enrol(store, shopId, 2);
  const mine = (await store.claimDueTouches(now, 10, MINUTE_MS)).find(
    ({ personId }) => personId === buyer(2).customerId,
  );
  if (!mine) throw new Error('customer 2 has no touch');
  await store.beginSending(shopId, mine, buildGate({ emailHash: buyer(2).emailHash }));
  await store.finishTouch(shopId, mine, { state: 'ambiguous', at: now, reason: 'no answer' });
  expect((await home(shopId)).attention).toEqual([
    { kind: 'ambiguous', count: 1 },
    { kind: 'touch_paused', touchNumber: 2, due: 0 },
  ]);
});
