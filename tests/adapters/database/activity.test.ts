import { describe, expect, it } from 'vitest';
import { listActivity } from '#flows/list-activity';
import { OUTCOMES, type ActivityCursor } from '#flows/ports/activity-store';
import { sha256Hex } from '#core/shared/hash';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#core/shared/time';
import { STOPPED_DAYS } from '#core/suppression/stopped-days';
import { MONDAY } from '../../support/build-order';
import { buildEvent } from '../../support/build-event';
import { buildDecision, buildGate, buildTouches, enrol } from '../../support/build-enrolment';
import { buildRecordedOrder, buyer } from '../../support/build-recorded-order';
import { installShop } from '../../support/build-shop';
import { openStore } from '../../support/open-store';

const { store, prisma } = await openStore();
const ANYTHING = { reason: null, touchNumber: null, answer: null, orderIds: null, since: null };
const UNFILTERED = { reason: null, touchNumber: null, answer: null, days: null };
const EVERY = { outcomes: OUTCOMES, ...ANYTHING };
const NEWEST = { after: null, limit: 100 };

async function refuse(shopId: string, n: number, at = MONDAY): Promise<void> {
  const orderId = `gid://shopify/Order/${n}`;
  await store.recordOrders(shopId, [buildRecordedOrder({ orderId, name: `#${n}`, ...buyer(n) })]);
  const decision = buildDecision({
    shopId,
    orderId,
    personId: buyer(n).customerId,
    verdict: 'refuse',
    reason: 'wholesale',
    decidedAt: at,
  });
  await store.saveEnrolment(shopId, { decision, enrolment: null, exit: null });
}

/** One touch of each state that there is, as rows of the ledger, an hour apart. */
async function oneOfEach(shopId: string): Promise<ReadonlyArray<string>> {
  const states = [
    'due', 'claimed', 'sending', 'accepted', 'failed', 'ambiguous', 'skipped', 'withheld', 'exited',
  ]; // prettier-ignore
  for (const [n, state] of states.entries()) {
    await enrol(store, shopId, n + 1);
    await prisma.touch.updateMany({
      where: { shopId, orderId: `gid://shopify/Order/${n + 1}` },
      data: { state, decidedAt: new Date(MONDAY + n * HOUR_MS) },
    });
  }
  return states;
}

it('each touch has exactly one outcome, and an order that was refused has one as well', async () => {
  const shopId = await installShop(store);
  const states = await oneOfEach(shopId);
  await refuse(shopId, 50);
  const rows = await store.listActivity(shopId, EVERY, NEWEST);
  expect(rows).toHaveLength(states.length + 1);
  expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length);
  const outcomes = new Map(rows.map((row) => [row.orderId.replace(/^.*\//, ''), row.outcome] as const));
  expect(states.map((_state, n) => outcomes.get(String(n + 1)))).toEqual([
    'waiting', 'waiting', 'waiting', 'sent', 'failed', 'failed', 'skipped', 'held_out', 'skipped',
  ]); // prettier-ignore
  expect(rows.find((row) => row.kind === 'refusal')).toMatchObject({
    outcome: 'skipped',
    reason: 'wholesale',
    orderName: '#50',
    decisionId: 'decision of gid://shopify/Order/50',
  });
});

it('each tab shows as many rows as its count says, and all of them together make the whole', async () => {
  const shopId = await installShop(store);
  await oneOfEach(shopId);
  await refuse(shopId, 50);
  const counts = await store.countActivity(shopId, ANYTHING, 100);
  for (const outcome of OUTCOMES) {
    const rows = await store.listActivity(shopId, { ...EVERY, outcomes: [outcome] }, NEWEST);
    expect([outcome, rows.length]).toEqual([outcome, counts[outcome]]);
    expect(rows.every((row) => row.outcome === outcome)).toBe(true);
  }
  expect(counts).toEqual({ sent: 1, held_out: 1, skipped: 3, waiting: 3, failed: 2 });
  expect(await store.countActivity(shopId, { ...ANYTHING, reason: 'wholesale' }, 100)).toMatchObject({
    skipped: 1,
    waiting: 0,
  });
});

it('paging gives every row once, newest first, whatever page it is on and however many share a moment', async () => {
  const shopId = await installShop(store);
  for (let n = 1; n <= 12; n += 1) {
    const at = MONDAY + Math.floor(n / 4) * MINUTE_MS;
    if (n % 3 === 0) await refuse(shopId, n, at);
    else await enrol(store, shopId, n);
  }
  const whole = await store.listActivity(shopId, EVERY, NEWEST);
  const paged = [];
  for (let after: ActivityCursor | null = null, more = true; more;) {
    const page = await store.listActivity(shopId, EVERY, { after, limit: 5 });
    paged.push(...page);
    const last = page.at(-1);
    more = page.length === 5 && last !== undefined;
    if (last) after = { at: last.at, id: last.id };
  }
  expect(paged).toEqual(whole);
  expect(whole).toHaveLength(12);
  expect(whole.map((row) => row.at)).toEqual(whole.map((row) => row.at).toSorted((a, b) => b - a));
});

it("nothing of another shop's is shown, counted or found", async () => {
  const [shopId, other] = [await installShop(store), await installShop(store)];
  await enrol(store, other, 1);
  await refuse(other, 2);
  expect(await store.listActivity(shopId, EVERY, NEWEST)).toEqual([]);
  expect(await store.countActivity(shopId, ANYTHING, 100)).toEqual({
    sent: 0, held_out: 0, skipped: 0, waiting: 0, failed: 0,
  }); // prettier-ignore
  const search = { orderNames: ['#2'], customerId: buyer(1).customerId, emailHash: buyer(1).emailHash };
  expect(await store.findActivityOrders(shopId, search, 10)).toEqual([]);
  expect(await store.findActivityOrders(other, search, 10)).toHaveLength(2);
  expect(await store.personStory(shopId, buyer(1).customerId)).toBeNull();
  expect(await store.addressesOf(shopId, buyer(1).customerId)).toEqual([]);
});

it('a touch that was never decided stands where it was planned, one that was sent where it was sent', async () => {
  const shopId = await installShop(store);
  await enrol(store, shopId, 1);
  expect(await store.listActivity(shopId, EVERY, NEWEST)).toMatchObject([
    { outcome: 'waiting', at: MONDAY, dueAt: MONDAY + 20 * MINUTE_MS },
  ]);
  const claims = await store.claimDueTouches(MONDAY + DAY_MS, 100, 60_000);
  const claim = claims.find((each) => each.shopId === shopId);
  if (!claim) throw new Error('no claim');
  await store.beginSending(shopId, claim, buildGate());
  await store.finishTouch(shopId, claim, { state: 'accepted', at: MONDAY + 2 * DAY_MS, messageId: 'm' });
  expect(await store.listActivity(shopId, EVERY, NEWEST)).toMatchObject([
    { outcome: 'sent', at: MONDAY + 2 * DAY_MS, dueAt: null, reason: null },
  ]);
});

describe('a search', () => {
  const page = async (shopId: string, search: string) => {
    const { rows, counts } = await listActivity(
      { store },
      { shopId, tab: 'all', ...UNFILTERED, now: MONDAY, search, cursor: 'nonsense' },
    );
    expect(rows).toHaveLength(counts.all);
    return rows.map((row) => row.orderName);
  };

  it('finds by order name with or without its sign, by customer number and by address, and nothing else', async () => {
    const shopId = await installShop(store);
    const emailHash = sha256Hex('ada@example.test');
    await store.recordOrders(shopId, [
      buildRecordedOrder({ orderId: 'gid://shopify/Order/1', name: '#1001', ...buyer(1), emailHash }),
      buildRecordedOrder({ orderId: 'gid://shopify/Order/2', name: '#1002', ...buyer(2) }),
    ]);
    for (const n of [1, 2]) {
      const orderId = `gid://shopify/Order/${n}`;
      await store.saveEnrolment(shopId, {
        decision: buildDecision({ shopId, orderId, personId: buyer(n).customerId }),
        enrolment: {
          enrolmentId: orderId,
          orderId,
          personId: buyer(n).customerId,
          arm: 'treatment',
          confirmedAt: MONDAY,
          settingsVersion: 0,
          zone: 'Europe/London',
          segments: [],
          subscribable: [],
          touches: buildTouches(orderId),
        },
        exit: null,
      });
    }
    expect(await page(shopId, '1001')).toEqual(['#1001']);
    expect(await page(shopId, ' #1002 ')).toEqual(['#1002']);
    expect(await page(shopId, '2')).toEqual(['#1002']);
    expect(await page(shopId, 'gid://shopify/Customer/1')).toEqual(['#1001']);
    expect(await page(shopId, ' Ada@Example.test')).toEqual(['#1001']);
    expect(await page(shopId, 'bob@example.test')).toEqual([]);
    expect(await page(shopId, '')).toHaveLength(2);
  });
});

it('what Suppression says was stopped is what Activity shows for that reason and period, to the millisecond', async () => {
  const shopId = await installShop(store);
  const now = MONDAY + STOPPED_DAYS * DAY_MS;
  const begin = now - STOPPED_DAYS * DAY_MS;
  await refuse(shopId, 1, begin - 1); // the day before
  await refuse(shopId, 2, begin);
  await enrol(store, shopId, 3);
  await enrol(store, shopId, 4);
  for (const [n, state] of [
    [3, 'skipped'],
    [4, 'due'],
  ] as const)
    // prettier-ignore
    await prisma.touch.updateMany({
      where: { shopId, orderId: `gid://shopify/Order/${n}` },
      data: { state, reason: 'wholesale', decidedAt: new Date(begin + n) },
    });
  const stopped = (await store.stoppedByReason(shopId, begin)).get('wholesale');
  const filter = { ...UNFILTERED, reason: 'wholesale' as const };
  const asked = { shopId, tab: 'skipped', search: '', cursor: null, now, ...filter } as const;
  const activity = await listActivity({ store }, { ...asked, days: STOPPED_DAYS });
  expect(activity.rows.map(({ kind, at }) => [kind, at - begin])).toEqual([
    ['touch', 3],
    ['refusal', 0],
  ]);
  expect([stopped, activity.counts.skipped]).toEqual([2, 2]);
  expect((await listActivity({ store }, { ...asked, days: null })).counts.skipped).toBe(3);
});

describe('what came of an email', () => {
  /** Touch 1 of customer n went out a day after Monday. Out: its id. */
  async function send(shopId: string, n: number): Promise<string> {
    await enrol(store, shopId, n);
    const claim = (await store.claimDueTouches(MONDAY + DAY_MS, 100, 60_000)).find(
      (each) => each.shopId === shopId,
    );
    if (!claim) throw new Error('no claim');
    await store.beginSending(shopId, claim, buildGate({ emailHash: buyer(n).emailHash }));
    await store.finishTouch(shopId, claim, { state: 'accepted', at: MONDAY + DAY_MS, messageId: `m${n}` });
    return claim.touchId;
  }
  const found = async (shopId: string, filter: Partial<typeof EVERY> | object) => {
    const asked = { ...EVERY, ...filter };
    const rows = await store.listActivity(shopId, asked, NEWEST);
    const counts = await store.countActivity(shopId, asked, 100);
    expect(OUTCOMES.reduce((sum, outcome) => sum + counts[outcome], 0)).toBe(rows.length);
    return rows.map(({ id }) => id).sort();
  };

  it('is found as Reports counts it: by people, not by machines, and with money that was kept', async () => {
    const shopId = await installShop(store);
    const [read, scanned, silent] = [await send(shopId, 1), await send(shopId, 2), await send(shopId, 3)];
    await store.recordEmailEvents(shopId, [
      buildEvent(read, 'open'),
      buildEvent(read, 'click'),
      buildEvent(scanned, 'open', { isMachine: true }),
      buildEvent(scanned, 'click', { isMachine: true }),
      buildEvent(silent, 'bounce'),
    ]);
    const credit = async (n: number, touchId: string, netMinor: number) => {
      const orderId = `gid://shopify/Order/${n}`;
      await store.recordOrders(shopId, [buildRecordedOrder({ orderId, ...buyer(n) }, { netMinor })]);
      await store.saveCredits(shopId, orderId, [{ touchId, clickedAt: MONDAY, isLast: true }]);
    };
    await credit(21, read, 500);
    await credit(22, scanned, 0); // refunded in full
    const [tally] = await store.touchTallies(shopId, { from: 0, until: MONDAY + 9 * DAY_MS, segment: null });
    for (const [answer, ids] of [
      ['delivered', [read, scanned]],
      ['opened', [read]],
      ['clicked', [read]],
      ['bought', [read]],
    ] as const) {
      expect([answer, await found(shopId, { answer })]).toEqual([answer, [...ids].sort()]);
      expect([answer, tally?.[answer]]).toEqual([answer, ids.length]);
    }
    expect(await found(shopId, { answer: 'opened', touchNumber: 2 })).toEqual([]);
  });

  it('a touch is asked for by its number, and an order that started none has no number', async () => {
    const shopId = await installShop(store);
    await enrol(store, shopId, 1);
    await refuse(shopId, 2);
    const touchId = 'touch 1 of gid://shopify/Order/1';
    expect(await found(shopId, { touchNumber: 1 })).toEqual([touchId]);
    expect(await found(shopId, { touchNumber: 2 })).toEqual([]);
    expect(await found(shopId, {})).toEqual(['decision of gid://shopify/Order/2', touchId]);
  });
});
