import { afterAll, beforeAll, expect, it } from 'vitest';
import { listOutbox, readOutbox } from '#adapters/outbox/read-outbox';
import type { MessageKey } from '#core/message/message-texts';
import { DAY_MS, MINUTE_MS } from '#core/shared/time';
import { previewTouch } from '#flows/preview-touch';
import { sendTest } from '#flows/send-test';
import { buildSeed, buildStoreCustomer, buildStoreOrder, INSTALLED_AT } from '../support/build-seed';
import { freshDatabase } from '../support/database';
import { queryDatabase } from '../support/query-database';
import { readLedger } from '../support/read-ledger';
import { startEncore, type RunningEncore } from '../support/start-encore';

const database = await freshDatabase();
const ada = buildStoreCustomer('7001');
const bob = buildStoreCustomer('7002');
const orderAt = INSTALLED_AT + 60 * MINUTE_MS;
const ADAS_ORDER = 'gid://shopify/Order/3001';
const TEA_ORDER = 'gid://shopify/Order/3002';
const now = orderAt + 4 * DAY_MS;
let encore: RunningEncore;

beforeAll(async () => {
  const orders = [
    buildStoreOrder('3001', ada, orderAt, ['1']),
    buildStoreOrder('3002', bob, orderAt + MINUTE_MS, ['4']), // tea follows nothing
  ];
  const future = orders.map((order) => ({ at: order.createdAt, kind: 'order_paid' as const, order }));
  const seed = buildSeed({ customers: [ada, bob], future });
  encore = await startEncore({ databaseUrl: database.url, seed, at: INSTALLED_AT });
  await encore.moveTo(now);
}, 240_000);
afterAll(() => encore?.stop());

const outbox = () => encore.env['OUTBOX_DIR'] ?? '';
const preview = (
  messageKey: MessageKey,
  over: { orderId?: string | null; segments?: string[]; values?: Record<string, unknown> } = {},
) =>
  previewTouch(encore.tools, {
    shopId: encore.shopId,
    messageKey,
    orderId: ADAS_ORDER,
    segments: null,
    values: {},
    now,
    ...over,
  });

/** Signed tokens name the touch; everything else has to be the same. */
const withoutIds = (html: string) => html.replace(/\/(o|u)\/[^?"]+/g, '/$1/token');

async function shown(...wanted: Parameters<typeof preview>) {
  const seen = await preview(...wanted);
  if (seen.kind !== 'shown') throw new Error(`shows nothing: ${JSON.stringify(seen)}`);
  return seen;
}

it.each([
  ['one', 0],
  ['two', 1],
] as const)('the preview of %s is the HTML that this order was sent, but for ids', async (key, index) => {
  const touch = (await readLedger(database.url, encore.shopId, '3001'))[index];
  expect(touch?.state).toBe('accepted');
  const sent = await readOutbox(outbox(), encore.shopId, touch?.touchId ?? '');
  const seen = await shown(key);
  expect(withoutIds(seen.html)).toBe(withoutIds(sent?.html ?? ''));
  expect(seen.subject).toBe(sent?.subject);
  expect(seen.checks).toMatchObject({
    isLight: true,
    links: { count: 2, bad: 0 },
    pictures: { withoutAlt: 0 },
    hasUnsubscribe: true,
  });
});

it('its links lead to no touch, so that a look at it unsubscribes nobody', async () => {
  const touch = (await readLedger(database.url, encore.shopId, '3001'))[0];
  const { html } = await shown('one');
  const token = /\/u\/([^?"]+)/.exec(html)?.[1] ?? '';
  expect(encore.tools.links.read('unsubscribe', token)).toEqual({
    shopId: encore.shopId,
    touchId: 'preview',
  });
  expect(touch?.touchId).not.toBe('preview');
});

it('texts that are not saved yet are shown, and stay unsaved', async () => {
  const values = { 'messages.one.headline': 'A jug for {{ customer.first_name | you }}: {{ offer.title }}' };
  expect((await shown('one', { values })).html).toContain('A jug for Ada: Milk jug');
  const { settings } = await encore.tools.store.newestSettings(encore.shopId);
  expect(settings.messages.one.headline).toBe('Complete your {{ bought.title }} setup');
});

it('the button above the text is above it in the HTML too', async () => {
  const blocks = [
    'button', 'headline', 'text', 'picture', 'exclusivity', 'subscription', 'product', 'loyalty', 'reassurance',
  ]; // prettier-ignore
  const { html } = await shown('one', { values: { 'messages.one.blocks': blocks } });
  expect(html.indexOf('Shop Milk jug')).toBeLessThan(html.indexOf('Complete your Espresso machine'));
});

it('hurry without an end is told at its field instead', async () => {
  expect(await preview('one', { values: { 'messages.one.blocks': ['button', 'urgency'] } })).toMatchObject({
    kind: 'refused',
    faults: [{ path: 'messages.one.urgencyEndsAt' }],
  });
});

it('an unknown tag is told at its field instead', async () => {
  expect(await preview('one', { values: { 'messages.one.subject': '{{ nope }}' } })).toMatchObject({
    kind: 'refused',
    faults: [{ path: 'messages.one.subject' }],
  });
});

it('an order that nothing goes with is passed over with the reason', async () => {
  expect(await shown('one', { orderId: TEA_ORDER })).toMatchObject({
    order: { orderId: ADAS_ORDER },
    passedOver: [{ orderId: TEA_ORDER, name: '#3002', reason: 'no_candidate' }],
  });
});

it('the question about touch 1 names what it offered', async () => {
  expect((await shown('twoClicked')).subject).toBe('Still thinking about Milk jug?');
});

it('a first-time buyer is reassured, another is not', async () => {
  expect((await shown('one', { segments: ['first_time'] })).html).toContain('Thank you for your first order');
  expect((await shown('one', { segments: [] })).html).not.toContain('Thank you for your first order');
});

it('an order from before the installation, which is in no sequence, can be shown as well', async () => {
  const [history] = (await encore.tools.store.sampleOrders(encore.shopId, 50, null)).filter(
    ({ name, touchIds }) => name === '#1038' && Object.keys(touchIds).length === 0,
  );
  expect(history?.owned).not.toEqual([]);
});

it('a test goes to the typed address alone, marked, and into no ledger', async () => {
  const ledger = () =>
    queryDatabase(database.url, 'SELECT * FROM "Touch" ORDER BY "touchId"').then((rows) =>
      JSON.stringify(rows),
    );
  const before = { ledger: await ledger(), outbox: await listOutbox(outbox(), encore.shopId) };
  const result = await sendTest(encore.tools, {
    shopId: encore.shopId,
    messageKey: 'one',
    orderId: ADAS_ORDER,
    segments: null,
    values: {},
    to: 'me@shop.test',
    now,
  });
  expect(result).toMatchObject({ kind: 'mailed', result: 'accepted' });
  const fresh = (await listOutbox(outbox(), encore.shopId)).filter((id) => !before.outbox.includes(id));
  expect(fresh).toHaveLength(1);
  const mail = await readOutbox(outbox(), encore.shopId, fresh[0] ?? '');
  expect(mail?.subject).toBe('[Test] One more thing for your Espresso machine');
  expect(mail?.headers.get('to')).toBe('me@shop.test');
  expect(mail?.html).toContain('Hi Alex,'); // and not the buyer, who is somebody else
  expect(mail?.html).not.toContain('Ada');
  expect((await shown('one')).html).toContain('Hi Ada,');
  expect(await ledger()).toBe(before.ledger);
});

it.each(['', 'nobody', 'a@shop.test, b@shop.test'])('a test to "%s" is refused', async (to) => {
  const result = await sendTest(encore.tools, {
    shopId: encore.shopId,
    messageKey: 'one',
    orderId: null,
    segments: null,
    values: {},
    to,
    now,
  });
  expect(result).toMatchObject({ kind: 'mailed', result: 'rejected' });
});

it('the load of the sequence is counted from the rows', async () => {
  const load = await encore.tools.store.sequenceLoad(encore.shopId, now);
  const [rows] = await queryDatabase(
    database.url,
    `SELECT count(*)::int AS waiting FROM "Touch" WHERE state = 'due'`,
  );
  expect(load).toEqual({ purchases: 2, waitingTouches: rows?.['waiting'] });
  // A day past the thirtieth, both orders are too old to count.
  expect((await encore.tools.store.sequenceLoad(encore.shopId, orderAt + 31 * DAY_MS)).purchases).toBe(0);
});
