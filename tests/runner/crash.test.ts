import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changePairings } from '#flows/change-pairings';
import { SENDS_AT_ONCE } from '#flows/send-due-touches';
import { INSTALLED_AT } from '../support/build-seed';
import { freshDatabase } from '../support/database';
import { startWithDueTouches } from '../support/due-touches';
import { countTouchOnes, readLedger, runOutLeases, type LedgerRow } from '../support/read-ledger';
import { startRunner } from '../support/runner-process';
import { sendGridEnvironment } from '../support/sendgrid-environment';
import { startSendGridServer, type SendGridServer } from '../support/sendgrid-server';
import type { RunningEncore } from '../support/start-encore';
import { untilForgotten, untilNoneIsOpen, untilSent } from '../support/watch-runner';

const CUSTOMERS = 1_180;
/** Emails between each start and its kill: sometimes inside one batch of claims, sometimes across two. */
const KILLED_AFTER = [15, 65, 40, 22, 58, 31, 47, 19, 62, 36];
const TEST_MS = 240_000;
const MACHINE_AND_JUG = {
  table: 'same_order' as const,
  antecedentId: 'gid://shopify/Product/1',
  consequentId: 'gid://shopify/Product/2',
};

const killed = await freshDatabase();
const stopped = await freshDatabase();
let sendGrid: SendGridServer;
let encore: RunningEncore | null = null;

beforeAll(async () => {
  sendGrid = await startSendGridServer(0);
});
afterAll(async () => {
  await encore?.stop();
  await sendGrid?.close();
});

async function openShop(databaseUrl: string, customers: number): Promise<RunningEncore> {
  await encore?.stop();
  encore = await startWithDueTouches({ databaseUrl, customers, over: sendGridEnvironment(sendGrid) });
  // A thousand buyers of the machine alone make its pairing weak; the merchant's own word stands above that.
  const pinned = { ...MACHINE_AND_JUG, use: 'pinned' as const };
  await changePairings(encore.tools, {
    shopId: encore.shopId,
    changes: [pinned],
    savedBy: 'merchant',
    now: INSTALLED_AT,
  });
  return encore;
}

async function touchOnes(databaseUrl: string, shopId: string): Promise<ReadonlyArray<LedgerRow>> {
  return (await readLedger(databaseUrl, shopId)).filter((touch) => touch.touchNumber === 1);
}

describe('a runner in the middle of a thousand due touches', () => {
  it(
    'is killed ten times: none is sent twice, none is lost, each kill leaves at most those in its hands in doubt',
    async () => {
      const { env, shopId } = await openShop(killed.url, CUSTOMERS);
      for (const [index, more] of KILLED_AFTER.entries()) {
        const runner = startRunner(env, `runner ${index}`);
        await untilSent(runner, sendGrid, more);
        await runner.kill();
        await untilForgotten(runner, killed.url);
        await runOutLeases(killed.url);
      }
      const last = startRunner(env, 'last runner');
      await untilNoneIsOpen(last, killed.url, shopId);
      expect(await last.stop()).toBe(0);

      const touches = await touchOnes(killed.url, shopId);
      const idsIn = (...states: string[]) =>
        touches.filter(({ state }) => states.includes(state)).map(({ touchId }) => touchId);
      const taken = sendGrid.accepted().map((mail) => mail.touchId);
      const treated = touches.filter((touch) => touch.arm === 'treatment').map(({ touchId }) => touchId);
      const inDoubt = idsIn('ambiguous');

      expect(touches, 'every customer was enrolled').toHaveLength(CUSTOMERS);
      expect(treated.length).toBeGreaterThanOrEqual(980);
      expect(taken, 'taken by SendGrid more than once').toHaveLength(new Set(taken).size);
      expect(idsIn('accepted', 'ambiguous').sort(), 'lost, or sent to the holdout').toEqual(
        [...treated].sort(),
      );
      expect(idsIn('withheld')).toHaveLength(CUSTOMERS - treated.length);
      expect(inDoubt.length).toBeLessThanOrEqual(KILLED_AFTER.length * SENDS_AT_ONCE);
      expect(
        taken.filter((id) => !treated.includes(id)),
        'sent to the holdout',
      ).toEqual([]);
      expect(
        idsIn('accepted').filter((id) => !taken.includes(id)),
        'kept as sent, taken by nobody',
      ).toEqual([]);
      expect(touches.filter((touch) => touch.state !== 'accepted' && touch.reason === null)).toEqual([]);
    },
    TEST_MS,
  );

  it(
    'is asked to stop: it ends by itself, nothing is in doubt or in hand, and the next one does the rest',
    async () => {
      const { env, shopId } = await openShop(stopped.url, 120);
      const before = sendGrid.accepted().length;
      const first = startRunner(env, 'stopped runner');
      await untilSent(first, sendGrid, 25);
      expect(await first.stop()).toBe(0);

      const sent = sendGrid.accepted().length - before;
      const { due = 0, withheld = 0, ...others } = await countTouchOnes(stopped.url, shopId);
      expect(others, 'only sent ones besides').toEqual({ accepted: sent });
      expect(due).toBe(120 - sent - withheld);
      expect(due, 'it stopped in the middle').toBeGreaterThan(0);

      const second = startRunner(env, 'next runner');
      await untilNoneIsOpen(second, stopped.url, shopId);
      expect(await second.stop()).toBe(0);
      const touches = await touchOnes(stopped.url, shopId);
      const treated = touches.filter((touch) => touch.arm === 'treatment').map(({ touchId }) => touchId);
      expect(new Set(touches.map(({ arm, state }) => `${arm} ${state}`))).toEqual(
        new Set(['treatment accepted', 'holdout withheld']),
      );
      expect(
        sendGrid
          .accepted()
          .slice(before)
          .map(({ touchId }) => touchId)
          .sort(),
      ).toEqual([...treated].sort());
    },
    TEST_MS,
  );
});
