import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Tools } from '#flows/ports';
import { SENDS_AT_ONCE, sendDueTouches } from '#flows/send-due-touches';
import { freshDatabase } from '../support/database';
import { startWithDueTouches } from '../support/due-touches';
import { holdHere } from '../support/hold';
import { readLedger, runOutLeases } from '../support/read-ledger';
import { sendGridEnvironment } from '../support/sendgrid-environment';
import { startSendGridServer, type SendGridServer } from '../support/sendgrid-server';
import type { RunningEncore } from '../support/start-encore';

const BATCH = 10;
const database = await freshDatabase();
let sendGrid: SendGridServer;
let encore: RunningEncore;

beforeAll(async () => {
  sendGrid = await startSendGridServer(0);
  encore = await startWithDueTouches({
    databaseUrl: database.url,
    customers: 50,
    over: sendGridEnvironment(sendGrid),
  });
}, 60_000);
afterAll(async () => {
  await encore?.stop();
  await sendGrid?.close();
});

async function sendBatch(tools: Tools): Promise<void> {
  await sendDueTouches(tools, { now: encore.devStore.store.clock.now, limit: BATCH });
}

async function treatedIn(...states: string[]): Promise<ReadonlyArray<string>> {
  const touches = await readLedger(database.url, encore.shopId);
  return touches
    .filter(
      ({ touchNumber, arm, state }) => touchNumber === 1 && arm === 'treatment' && states.includes(state),
    )
    .map(({ touchId }) => touchId);
}

function timesTaken(touchIds: ReadonlyArray<string>): ReadonlyArray<number> {
  return touchIds.map((id) => sendGrid.accepted().filter((mail) => mail.touchId === id).length);
}

/** A runner that stands still with its first message written and not one sent. */
async function standStill(): Promise<{
  readonly claimed: ReadonlyArray<string>;
  readonly goOn: () => Promise<void>;
}> {
  const hold = holdHere();
  const { tools } = encore;
  const render: Tools['renderer']['render'] = async (content) => {
    await hold.pass();
    return tools.renderer.render(content);
  };
  const batch = sendBatch({ ...tools, renderer: { render } });
  await hold.reached;
  const claimed = await treatedIn('claimed');
  expect(claimed.length).toBeGreaterThan(BATCH / 2);
  const goOn = async () => {
    hold.letGo();
    await batch;
  };
  return { claimed, goOn };
}

describe('a runner that stands still with claimed touches in its hands', () => {
  it('sends nothing when its leases have run out and somebody else has sent them', async () => {
    const { claimed, goOn } = await standStill();
    await runOutLeases(database.url);
    await encore.tools.store.recoverExpiredLeases();
    await sendBatch(encore.tools);
    expect(timesTaken(claimed)).toEqual(claimed.map(() => 1));
    await goOn();
    expect(timesTaken(claimed)).toEqual(claimed.map(() => 1));
    expect(await treatedIn('accepted')).toEqual(expect.arrayContaining([...claimed]));
  });

  it('sends nothing when its leases have run out and nobody has noticed yet', async () => {
    const { claimed, goOn } = await standStill();
    await runOutLeases(database.url);
    await goOn();
    expect(timesTaken(claimed)).toEqual(claimed.map(() => 0));
    await encore.tools.store.recoverExpiredLeases();
    await sendBatch(encore.tools);
    expect(timesTaken(claimed)).toEqual(claimed.map(() => 1));
  });

  it('sends them when it goes on inside its leases', async () => {
    const { claimed, goOn } = await standStill();
    await encore.tools.store.recoverExpiredLeases();
    await sendBatch(encore.tools);
    expect(timesTaken(claimed), 'nobody else took them').toEqual(claimed.map(() => 0));
    await goOn();
    expect(timesTaken(claimed)).toEqual(claimed.map(() => 1));
  });
});

describe('a runner that stands still between the answer of the provider and writing it down', () => {
  it('leaves those in its hands in doubt, which nobody sends again, and settles them when it goes on', async () => {
    const hold = holdHere();
    const { tools } = encore;
    const send: Tools['mailer']['send'] = async (message) => {
      const result = await tools.mailer.send(message);
      await hold.pass();
      return result;
    };
    const batch = sendBatch({ ...tools, mailer: { send } });
    await hold.reached;
    await runOutLeases(database.url);
    await tools.store.recoverExpiredLeases();
    await sendBatch(tools);
    const inDoubt = await treatedIn('ambiguous');
    expect(inDoubt.length).toBeGreaterThanOrEqual(1);
    expect(inDoubt.length).toBeLessThanOrEqual(SENDS_AT_ONCE);
    expect(timesTaken(inDoubt)).toEqual(inDoubt.map(() => 1));
    hold.letGo();
    await batch;
    expect(await treatedIn('accepted')).toEqual(expect.arrayContaining([...inDoubt]));
    expect(new Set(timesTaken(await treatedIn('accepted', 'ambiguous')))).toEqual(new Set([1]));
  });
});
