import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { readEnv } from '#adapters/env/read-env';
import { createTools } from '#adapters/wiring.server';
import { runLoop } from '#runner/loop';
import { freshDatabase } from '../support/database';
import { startWithDueTouches } from '../support/due-touches';
import { countTouchOnes, readLedger } from '../support/read-ledger';
import { sendGridEnvironment } from '../support/sendgrid-environment';
import { startSendGridServer, type SendGridServer } from '../support/sendgrid-server';

const CUSTOMERS = 150;
const races = [
  { runners: 2, database: await freshDatabase() },
  { runners: 4, database: await freshDatabase() },
];
let sendGrid: SendGridServer;

beforeAll(async () => {
  sendGrid = await startSendGridServer(0);
});
afterAll(() => sendGrid?.close());

describe('runners beside each other', () => {
  it.each(races)(
    '$runners of them send each of the same due touches once, and share the work',
    async ({ runners, database }) => {
      const before = sendGrid.accepted().length;
      const over = sendGridEnvironment(sendGrid);
      const encore = await startWithDueTouches({ databaseUrl: database.url, customers: CUSTOMERS, over });
      const stopping = new AbortController();
      const sentBy = Array.from({ length: runners }, () => 0);
      let fenced = 0;
      const tools = sentBy.map((_, runner) => {
        const wired = createTools(readEnv(encore.env));
        const send: typeof wired.mailer.send = (message) => {
          sentBy[runner] = (sentBy[runner] ?? 0) + 1;
          return wired.mailer.send(message);
        };
        const beginSending: typeof wired.store.beginSending = async (...asked) => {
          const begun = await wired.store.beginSending(...asked);
          if (begun.kind === 'fenced') fenced += 1;
          return begun;
        };
        return { ...wired, mailer: { send }, store: { ...wired.store, beginSending } };
      });
      const loops = tools.map((one) => runLoop(one, one.clock, stopping.signal));
      await vi.waitUntil(
        async () => {
          const { due = 0, claimed = 0, sending = 0 } = await countTouchOnes(database.url, encore.shopId);
          return due + claimed + sending === 0;
        },
        { timeout: 60_000, interval: 50 },
      );
      stopping.abort();
      await Promise.all(loops);
      for (const one of tools) {
        await one.jobs.stop();
        await one.close();
      }
      await encore.stop();

      const touches = (await readLedger(database.url, encore.shopId)).filter(
        (touch) => touch.touchNumber === 1,
      );
      const treated = touches.filter((touch) => touch.arm === 'treatment').map(({ touchId }) => touchId);
      const ends = new Set(touches.map(({ arm, state }) => `${arm} ${state}`));
      expect(ends).toEqual(new Set(['treatment accepted', 'holdout withheld']));
      const taken = sendGrid.accepted().slice(before);
      expect(taken.map(({ touchId }) => touchId).sort()).toEqual([...treated].sort());
      expect(fenced, 'touches that two had claimed').toBe(0);
      expect(sentBy.filter((sent) => sent > 0).length, `sent by each: ${sentBy.join(', ')}`).toBeGreaterThan(
        1,
      );
    },
    90_000,
  );
});
