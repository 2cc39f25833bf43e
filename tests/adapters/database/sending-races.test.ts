import { expect, it } from 'vitest';
import { lockAddress, lockPerson } from '#adapters/database/lock';
import type { Sql } from '#adapters/database/within-shop';
import { DAY_MS } from '#core/shared/time';
import type { ClaimedTouch } from '#flows/records';
import { MONDAY } from '../../support/build-order';
import { buildGate, buildTouches, claimedTouch, enrol } from '../../support/build-enrolment';
import { buyer } from '../../support/build-recorded-order';
import { installShop } from '../../support/build-shop';
import { openStore } from '../../support/open-store';

const { store, prisma } = await openStore();
const NOW = MONDAY + DAY_MS;
const ADA = buyer(1);
const claimed = () => claimedTouch(store);

it('two touches of one person at the same moment cannot both pass it', async () => {
  for (let trial = 0; trial < 15; trial += 1) {
    const shopId = await installShop(store);
    const [one] = buildTouches('gid://shopify/Order/1');
    if (!one) throw new Error('no touch');
    await enrol(store, shopId, 1, { touches: [one, { ...one, touchId: 'touch 2', touchNumber: 2 }] });
    const claims = await store.claimDueTouches(NOW, 10, 60_000);
    // Two addresses, so that it is the person and not the address that they have in common.
    const begun = await Promise.all(
      claims.map((claim, i) =>
        store.beginSending(shopId, claim, buildGate({ capPer168Hours: 1, emailHash: buyer(i).emailHash })),
      ),
    );
    expect(begun.map(({ kind }) => kind).toSorted()).toEqual(['blocked', 'sending']);
  }
});

const started = async (claim: ClaimedTouch) =>
  (await store.beginSending(claim.shopId, claim, buildGate())).kind === 'sending';

it('an unsubscribe and a sending at the same moment: either it is being sent, or it is blocked for good', async () => {
  for (let trial = 0; trial < 30; trial += 1) {
    const claim = await claimed();
    const [isSending] = await Promise.all([
      started(claim),
      store.suppress(claim.shopId, ADA.emailHash, 'unsubscribed', 'link', NOW),
    ]);
    const touch = await prisma.touch.findFirst({ where: { shopId: claim.shopId } });
    expect(touch?.state).toBe(isSending ? 'sending' : 'claimed');
    const again = await store.beginSending(claim.shopId, claim, buildGate());
    expect(again.kind).toBe(isSending ? 'fenced' : 'blocked');
  }
});

const open: ReadonlyArray<[string, (sql: Sql, claim: ClaimedTouch) => Promise<unknown>]> = [
  [
    'suppresses',
    async (sql, { shopId }) => {
      await lockAddress(sql, shopId, ADA.emailHash);
      await sql.$executeRaw`INSERT INTO "Suppression" VALUES (${shopId}, ${ADA.emailHash}, 'complaint', 'link', now())`;
    },
  ],
  [
    'pauses the shop',
    (sql, { shopId }) =>
      sql.$executeRaw`UPDATE "Shop" SET "pausedReason" = 'paused_guardrail' WHERE "shopId" = ${shopId}`,
  ],
  [
    'ends the enrolment',
    async (sql, { shopId }) => {
      await lockPerson(sql, shopId, ADA.customerId);
      await sql.$executeRaw`UPDATE "Enrolment" SET "isLive" = false, "exitReason" = 'cancelled' WHERE "shopId" = ${shopId}`;
    },
  ],
];
it.each(open)('a transaction that %s and has not committed yet is waited for', async (_what, forbid) => {
  const claim = await claimed();
  let begun: Promise<boolean> | undefined;
  await prisma.$transaction(async (sql) => {
    await forbid(sql, claim);
    begun = started(claim);
    await expect
      .poll(async () => {
        const [waiting] = await prisma.$queryRaw<[{ count: number }]>`
          SELECT count(*)::int AS count FROM pg_locks l JOIN pg_stat_activity a USING (pid)
          WHERE NOT l.granted AND a.datname = current_database()`;
        return waiting.count;
      })
      .toBeGreaterThan(0);
  });
  expect(await begun).toBe(false);
});

it('an exit and a sending at the same moment: either it left before, or it never leaves', async () => {
  for (let trial = 0; trial < 20; trial += 1) {
    const claim = await claimed();
    const [isSending] = await Promise.all([
      started(claim),
      trial % 2
        ? store.markUninstalled(claim.shopId, NOW)
        : store.exitEnrolments(claim.shopId, ADA.customerId, 'new_purchase_exit', NOW),
    ]);
    const touch = await prisma.touch.findFirst({ where: { shopId: claim.shopId } });
    expect(touch?.state).toBe(isSending ? 'sending' : 'exited');
  }
});
