import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readOutbox } from '#adapters/outbox/read-outbox';
import type { OwnSegment } from '#core/segments/own-segment';
import { DAY_MS, MINUTE_MS } from '#core/shared/time';
import { readTrace } from '#flows/read-trace';
import { saveSettings } from '#flows/save-settings';
import { tryCustomer } from '#flows/try-customer';
import { buildSeed, buildStoreCustomer, buildStoreOrder, INSTALLED_AT } from '../support/build-seed';
import { buildSegment } from '../support/build-segment';
import { freshDatabase } from '../support/database';
import { readLedger } from '../support/read-ledger';
import { startEncore, type RunningEncore } from '../support/start-encore';

const database = await freshDatabase();
const ada = buildStoreCustomer('7001', { tags: ['Gold'], countryCode: 'GB' });
const bob = buildStoreCustomer('7002'); // differs in the tag alone
const vip = buildStoreCustomer('7003', { tags: ['gold', 'vip-custom'] });
const history = buildStoreCustomer('7004', { tags: ['gold'] });
const orderAt = INSTALLED_AT + 60 * MINUTE_MS;
let encore: RunningEncore;

const gold = buildSegment({
  id: 'gold',
  name: 'Gold members',
  conditions: [
    { fact: 'tag', is: 'is', value: 'gold' },
    { fact: 'product', is: 'is', value: 'gid://shopify/Product/1' },
  ],
  differences: {
    exclusivity: true,
    pointsPerCurrencyUnit: 2,
    texts: { one: { subject: 'For gold members: {{ offer.title }}', headline: null } },
  },
});
const machines = buildSegment({
  id: 'machines',
  name: 'Machine owners',
  conditions: [{ fact: 'category', is: 'is', value: 'Coffee Makers' }],
  differences: {
    pointsPerCurrencyUnit: 5,
    texts: { one: { subject: 'For owners', headline: 'For owners of {{ bought.title }}' } },
  },
});

const save = async (values: Readonly<Record<string, unknown>>, at = INSTALLED_AT) => {
  const { version } = await encore.tools.store.newestSettings(encore.shopId);
  const input = { shopId: encore.shopId, baseVersion: version, values, savedBy: 'Ann', now: at };
  expect(await saveSettings(encore.tools, input)).toMatchObject({ kind: 'saved' });
};
const saveSegments = (own: ReadonlyArray<OwnSegment>, order: ReadonlyArray<string>) =>
  save({ 'segments.own': own, 'segments.order': order });
const tried = (email: string) => tryCustomer(encore.tools, { shopId: encore.shopId, email });

async function decidedFor(orderId: string, touchNumber: number | null) {
  const decisions = await encore.tools.store.latestDecisions(encore.shopId, 200);
  const found = decisions.find(
    (decision) =>
      decision.orderId === `gid://shopify/Order/${orderId}` && decision.touchNumber === touchNumber,
  );
  if (!found) throw new Error(`nothing was decided about order ${orderId}`);
  return found;
}

async function firstMail(orderId: string) {
  const [touch] = await readLedger(database.url, encore.shopId, orderId);
  return readOutbox(encore.env['OUTBOX_DIR'] ?? '', encore.shopId, touch?.touchId ?? '');
}

beforeAll(async () => {
  const future = [
    buildStoreOrder('3001', ada, orderAt, ['1']),
    buildStoreOrder('3002', bob, orderAt, ['1']),
    buildStoreOrder('3003', vip, orderAt, ['1']),
  ].map((order) => ({ at: order.createdAt, kind: 'order_paid' as const, order }));
  const past = buildStoreOrder('2999', history, INSTALLED_AT - 30 * DAY_MS, ['1']);
  const seed = buildSeed({
    customers: [ada, bob, vip, history],
    future: [{ at: past.createdAt, kind: 'order_paid' as const, order: past }, ...future],
  });
  encore = await startEncore({ databaseUrl: database.url, seed, at: INSTALLED_AT });
  await saveSegments([gold, machines], ['gold', 'first_time', 'machines', 'loyalty', 'high_aov', 'repeat']);
  await encore.moveTo(orderAt + 30 * MINUTE_MS);
}, 60_000);
afterAll(() => encore?.stop());

describe('segments of the merchant’s own', () => {
  it('all that match are kept with the decision, and which of them decided each difference', async () => {
    const wanted = {
      segments: [
        { id: 'gold', name: 'Gold members' },
        { id: 'first_time', name: null },
        { id: 'machines', name: 'Machine owners' },
      ],
      decided: [
        { difference: 'trust_block', by: 'first_time' },
        { difference: 'exclusivity', by: 'gold' },
        { difference: 'points', by: 'gold' },
        { difference: 'subject.one', by: 'gold' },
        { difference: 'headline.one', by: 'machines' },
      ],
    };
    expect((await decidedFor('3001', null)).variation).toMatchObject(wanted);
    expect((await decidedFor('3001', 1)).variation).toMatchObject(wanted);
  });

  it('the email is what was decided: the higher one’s subject and points, the lower one’s headline', async () => {
    const mail = await firstMail('3001');
    expect(mail?.subject).toBe('For gold members: Milk jug');
    expect(mail?.html).toContain('For owners of Espresso machine');
    expect(mail?.html).toContain('You earn 120 points with it.');
    expect(mail?.html).toContain('most valued customers');
    expect(mail?.html).toContain('utm_content=touch-1-gold-first_time-machines');
  });

  it('who lacks the tag gets the lower one’s words, and no note that belongs to the higher', async () => {
    const mail = await firstMail('3002');
    expect(mail?.subject).toBe('For owners');
    expect(mail?.html).toContain('You earn 300 points with it.');
    expect(mail?.html).not.toContain('most valued customers');
  });

  it('a customer whom the merchant handles in person gets nothing, whatever segment holds them', async () => {
    expect(await decidedFor('3003', null)).toMatchObject({
      verdict: 'refuse',
      reason: 'vip_custom',
      variation: null,
    });
    expect(await firstMail('3003')).toBeNull();
    expect(await tried('c7003@example.test')).toMatchObject({ kind: 'found', silentFor: 'vip_custom' });
    expect(await tried('c7001@example.test')).toMatchObject({ kind: 'found', silentFor: null });
  });
});

it('a customer’s trace tells the segments by the names they had, though one is renamed since', async () => {
  await saveSegments([{ ...gold, name: 'Renamed' }, machines], ['gold', 'first_time', 'machines']);
  const { personId } = await decidedFor('3001', null);
  const trace = await readTrace(encore.tools, { shopId: encore.shopId, personId: personId ?? '' });
  if (trace?.kind !== 'found') throw new Error('there is no trace');
  const names = ['Gold members', null, 'Machine owners'];
  const [entry] = trace.items.filter((item) => item.kind === 'entry');
  expect(entry?.segments.map(({ name }) => name)).toEqual(names);
  expect(trace.now.segments.map(({ name }) => name)).toEqual(names);
});

describe('trying a customer', () => {
  it('says what the send decided, to the letter', async () => {
    const { variation } = await decidedFor('3001', 1);
    expect(await tried(' C7001@Example.test ')).toEqual({
      kind: 'found',
      basis: 'running',
      orderName: '#3001',
      variation,
      silentFor: null,
    });
  });

  it('while a sequence runs, a later change of the segments changes nothing for it', async () => {
    const before = await tried('c7001@example.test');
    await saveSegments([machines], ['machines']);
    expect(await tried('c7001@example.test')).toEqual(before);
    await encore.moveTo(orderAt + 4 * DAY_MS);
    expect((await decidedFor('3001', 2)).variation).toEqual((await decidedFor('3001', 1)).variation);
    expect(await tried('c7004@example.test')).toMatchObject({
      basis: 'now',
      orderName: '#2999',
      variation: { segments: [{ id: 'machines' }, { id: 'first_time' }] },
    });
  }, 120_000);

  it('without one it says what matches now, in the order that is saved now', async () => {
    await saveSegments([gold, machines], ['machines', 'gold']);
    const before = await tried('c7004@example.test');
    expect(before).toMatchObject({
      basis: 'now',
      variation: { segments: [{ id: 'machines' }, { id: 'gold' }, { id: 'first_time' }] },
    });
  });

  it.each(['', 'ada', 'ada@', 'a b@example.test'])('"%s" is no address', async (email) => {
    expect(await tried(email)).toEqual({ kind: 'not_an_address' });
  });

  it('an address that nobody has bought with is said to be unknown', async () => {
    expect(await tried('nobody@example.test')).toEqual({ kind: 'unknown' });
  });
});
