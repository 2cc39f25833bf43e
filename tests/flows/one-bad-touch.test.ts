import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Tools } from '#flows/ports';
import { sendDueTouches } from '#flows/send-due-touches';
import { freshDatabase } from '../support/database';
import { startWithDueTouches } from '../support/due-touches';
import { countTouchOnes, runOutLeases } from '../support/read-ledger';
import type { RunningEncore } from '../support/start-encore';

const CUSTOMERS = 20;
const database = await freshDatabase();
let encore: RunningEncore;

beforeAll(async () => {
  encore = await startWithDueTouches({ databaseUrl: database.url, customers: CUSTOMERS });
}, 60_000);
afterAll(() => encore?.stop());

describe('a touch whose email cannot be written', () => {
  it('holds up no other one, stays open, and goes out once its email can be written', async () => {
    const { tools, shopId } = encore;
    const now = encore.devStore.store.clock.now;
    let bad: string | null = null;
    const render: Tools['renderer']['render'] = async (content) => {
      bad ??= content.unsubscribeUrl;
      if (content.unsubscribeUrl === bad) throw new Error('over 90 kB');
      return tools.renderer.render(content);
    };
    const broken = { ...tools, renderer: { render } };
    await expect(sendDueTouches(broken, { now, limit: 10 })).rejects.toThrow('over 90 kB');
    while ((await sendDueTouches(broken, { now, limit: 10 })) > 0);
    const { accepted = 0, withheld = 0, claimed = 0, ...others } = await countTouchOnes(database.url, shopId);
    expect({ done: accepted + withheld, claimed, others }).toEqual({
      done: CUSTOMERS - 1,
      claimed: 1,
      others: {},
    });

    await runOutLeases(database.url);
    await tools.store.recoverExpiredLeases();
    while ((await sendDueTouches(tools, { now, limit: 10 })) > 0);
    expect(Object.keys(await countTouchOnes(database.url, shopId)).sort()).toEqual(['accepted', 'withheld']);
  });
});
