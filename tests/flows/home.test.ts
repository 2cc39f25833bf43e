import { expect, it } from 'vitest';
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
import { installShop } from '../support/build-shop';
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
    tooSmall: null,
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

it('a shop below the sizes that pay is told so with its own numbers', async () => {
  const shopId = await installShop(store);
  await keepImport(shopId, { state: 'done' });
  await store.recordOrders(shopId, [buildRecordedOrder({ ...buyer(1) })]);
  expect((await home(shopId)).tooSmall).toMatchObject({ products: 0, ordersAMonth: 1 });
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
  expect(report).toEqual(await loadReport({ store }, { shopId, period: '90', segment: null, now }));
  expect(report).toMatchObject({ sent: 1, suppressed: 0, unsubscribed: { count: 1, rate: 1 } });
});

it('a touch that is off and an e-mail without an answer need attention; the held out are not counted as due', async () => {
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
