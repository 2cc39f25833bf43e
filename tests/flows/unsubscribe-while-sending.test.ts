import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MINUTE_MS } from '#core/shared/time';
import type { Tools } from '#flows/ports';
import { processInbox } from '#flows/process-inbox';
import { sendDueTouches } from '#flows/send-due-touches';
import { unsubscribe } from '#flows/unsubscribe';
import { customersOf } from '../support/build-customers';
import { buildSeed, INSTALLED_AT } from '../support/build-seed';
import { freshDatabase } from '../support/database';
import { pass, placeOrder } from '../support/order-life';
import { readLedger } from '../support/read-ledger';
import { startEncore, type RunningEncore } from '../support/start-encore';

const database = await freshDatabase();
const customers = customersOf('treatment', 50);
let encore: RunningEncore;

beforeAll(async () => {
  const seed = buildSeed({ customers, future: [] });
  encore = await startEncore({ databaseUrl: database.url, seed, at: INSTALLED_AT });
  for (const { id } of customers)
    await placeOrder(encore, { customerId: id, productIds: ['1'], isPaid: true });
  await pass(encore, 21 * MINUTE_MS);
  while ((await processInbox(encore.tools, { now: INSTALLED_AT, limit: 200 })) > 0);
}, 60_000);
afterAll(() => encore?.stop());

describe('fifty people who unsubscribe while their emails go out', () => {
  it('get none after their unsubscribe was confirmed, and each touch tells which came first', async () => {
    const { tools, shopId } = encore;
    const now = encore.devStore.store.clock.now;
    const events: string[] = [];
    const beginSending: Tools['store']['beginSending'] = (id, claim, gate) => {
      events.push(`asked ${claim.touchId}`);
      return tools.store.beginSending(id, claim, gate);
    };
    const send: Tools['mailer']['send'] = (message) => {
      events.push(`sent ${message.touchId}`);
      return tools.mailer.send(message);
    };
    const racing = { ...tools, store: { ...tools.store, beginSending }, mailer: { send } };
    const touchIds = (await readLedger(database.url, shopId))
      .filter(({ touchNumber }) => touchNumber === 1)
      .map(({ touchId }) => touchId);
    expect(touchIds).toHaveLength(customers.length);

    const goAll = async () => {
      for (const touchId of touchIds.toReversed()) {
        await unsubscribe(tools, { token: tools.links.sign('unsubscribe', shopId, touchId), at: now });
        events.push(`confirmed ${touchId}`);
      }
    };
    const sendAll = async () => {
      while ((await sendDueTouches(racing, { now, limit: 10 })) > 0);
    };
    await Promise.all([goAll(), sendAll()]);

    const at = (event: string) => events.indexOf(event);
    const sent = touchIds.filter((id) => at(`sent ${id}`) >= 0);
    const tooLate = sent.filter((id) => events.lastIndexOf(`asked ${id}`) > at(`confirmed ${id}`));
    expect(tooLate, 'sent though the unsubscribe was confirmed before').toEqual([]);
    const ends = (await readLedger(database.url, shopId)).filter(({ touchNumber }) => touchNumber === 1);
    expect(
      ends
        .filter(({ state }) => state === 'accepted')
        .map(({ touchId }) => touchId)
        .sort(),
    ).toEqual([...sent].sort());
    const others = ends
      .filter(({ touchId }) => !sent.includes(touchId))
      .map(({ state, reason }) => `${state} ${reason}`);
    expect(new Set(others)).toEqual(new Set(['skipped unsubscribed']));
    expect(sent.length, 'some were sent').toBeGreaterThan(0);
  }, 60_000);
});
