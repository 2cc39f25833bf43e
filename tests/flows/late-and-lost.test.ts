import { afterEach, describe, expect, it } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#core/shared/time';
import { customersOf } from '../support/build-customers';
import { buildSeed, buildStoreOrder, INSTALLED_AT } from '../support/build-seed';
import { freshDatabase } from '../support/database';
import { readLedger } from '../support/read-ledger';
import { startEncore, type RunningEncore } from '../support/start-encore';

const ORDERS = 40;
const boughtAt = INSTALLED_AT + HOUR_MS; // Tuesday 11:00 in London
const fridayTen = Date.parse('2026-06-05T09:00:00Z');
const databases = [
  await freshDatabase(),
  await freshDatabase(),
  await freshDatabase(),
  await freshDatabase(),
];
let encore: RunningEncore | null = null;

afterEach(() => encore?.stop());

/** Forty treated customers buy the machine, ten seconds apart; `hears` says which webhooks reach Encore. */
async function open(hears: (count: number) => boolean) {
  const { url } = databases.pop() ?? { url: '' };
  const customers = customersOf('treatment', ORDERS);
  const future = customers.map((customer, index) => {
    const at = boughtAt + index * 10_000;
    return {
      at,
      kind: 'order_paid' as const,
      order: buildStoreOrder(String(3_000 + index), customer, at, ['1']),
    };
  });
  const seed = buildSeed({ customers, future });
  let count = 0;
  const shop = await startEncore({
    databaseUrl: url,
    seed,
    at: INSTALLED_AT,
    accepts: () => hears((count += 1)),
  });
  encore = shop;
  /** How often each pair of state and reason stands at the touches of that number. */
  const ends = async (touchNumber: number) => {
    const touches = (await readLedger(url, shop.shopId)).filter((touch) => touch.touchNumber === touchNumber);
    const names = touches.map(({ state, reason }) => (reason === null ? state : `${state} ${reason}`));
    return Object.fromEntries(
      [...new Set(names)].map((name) => [name, names.filter((other) => other === name).length]),
    );
  };
  const sentAt = async (touchNumber: number) =>
    (await readLedger(url, shop.shopId)).flatMap((touch) =>
      touch.touchNumber === touchNumber && touch.sentAt ? [touch.sentAt.getTime()] : [],
    );
  return { shop, ends, sentAt };
}

describe('webhooks that never come', () => {
  it('of every second order, while Encore works: they are found within a quarter of an hour, in time for touch 1', async () => {
    const { shop, ends, sentAt } = await open((count) => count % 4 > 1);
    await shop.moveTo(boughtAt + 14 * MINUTE_MS);
    expect(await ends(1), 'told by webhooks').toEqual({ due: ORDERS / 2 });
    await shop.moveTo(boughtAt + 15 * MINUTE_MS);
    expect(await ends(1), 'found besides').toEqual({ due: ORDERS });
    await shop.moveTo(boughtAt + 30 * MINUTE_MS);
    expect(await ends(1)).toEqual({ accepted: ORDERS });
    const late = (await sentAt(1)).filter((at) => at > boughtAt + ORDERS * 10_000 + 20 * MINUTE_MS);
    expect(late).toEqual([]);
  }, 60_000);

  it('for six hours, while nothing runs: touch 1 is too late for each, touch 2 comes on time', async () => {
    const { shop, ends, sentAt } = await open(() => false);
    await shop.wakeAt(boughtAt + 6 * HOUR_MS);
    expect(await ends(1)).toEqual({ 'skipped late_expired': ORDERS });
    expect(await ends(2)).toEqual({ due: ORDERS });
    await shop.wakeAt(fridayTen);
    expect(await ends(2)).toEqual({ accepted: ORDERS });
    expect(new Set(await sentAt(2))).toEqual(new Set([fridayTen]));
  }, 60_000);

  it('for three hours, while nothing runs: touch 1 is late and still goes out', async () => {
    const { shop, ends } = await open(() => false);
    await shop.wakeAt(boughtAt + 3 * HOUR_MS);
    expect(await ends(1)).toEqual({ accepted: ORDERS });
  }, 60_000);
});

describe('a runner that is down for three days', () => {
  it('skips every touch 1 as expired and sends every touch 2 inside its window, each once', async () => {
    const { shop, ends, sentAt } = await open(() => true);
    await shop.moveTo(boughtAt + 10 * MINUTE_MS);
    expect(await ends(1)).toEqual({ due: ORDERS });
    const backAt = boughtAt + 10 * MINUTE_MS + 3 * DAY_MS;
    await shop.wakeAt(backAt);
    expect(await ends(1)).toEqual({ 'skipped late_expired': ORDERS });
    expect(await ends(2)).toEqual({ accepted: ORDERS });
    expect(await ends(3)).toEqual({ due: ORDERS });
    expect(new Set(await sentAt(2))).toEqual(new Set([backAt]));
    await shop.wakeAt(backAt + DAY_MS);
    expect(await ends(2)).toEqual({ accepted: ORDERS });
  }, 60_000);
});
