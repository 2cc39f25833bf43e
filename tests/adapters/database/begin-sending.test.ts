import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '#core/settings/settings';
import { DAY_MS, HOUR_MS } from '#core/shared/time';
import golden from '../../golden/frequency-cap.json' with { type: 'json' };
import { MONDAY } from '../../support/build-order';
import { buildGate, buildTouches, claimedTouch } from '../../support/build-enrolment';
import { buildRecordedOrder, buyer } from '../../support/build-recorded-order';
import { installShop } from '../../support/build-shop';
import { openStore } from '../../support/open-store';
import type { ClaimedTouch } from '#flows/records';

const { store, prisma } = await openStore();
const NOW = MONDAY + DAY_MS;
const ADA = buyer(1);

const claimed = (over: Parameters<typeof claimedTouch>[1] = {}) => claimedTouch(store, over);

/** Earlier emails to Ada, as rows of the ledger. */
async function sentBefore(shopId: string, at: ReadonlyArray<number>, state = 'accepted'): Promise<void> {
  for (const sentAt of at) {
    const iso = new Date(sentAt);
    await prisma.touch.create({
      data: {
        shopId,
        touchId: `sent ${sentAt}`,
        enrolmentId: `sent ${sentAt}`,
        orderId: '',
        personId: ADA.customerId,
        touchNumber: 1,
        state,
        firstDueAt: iso,
        dueAt: iso,
        windowEndsAt: iso,
        attemptedAt: iso,
        settingsVersion: 0,
        ...(state === 'accepted' || state === 'withheld' ? { sentAt: iso } : {}),
      },
    });
  }
}

it('a claimed touch that nothing forbids is being sent, with what it offers', async () => {
  const claim = await claimed();
  expect(await store.beginSending(claim.shopId, claim, buildGate())).toEqual({ kind: 'sending' });
  expect(await prisma.touch.findFirst({ where: { shopId: claim.shopId } })).toMatchObject({
    state: 'sending',
    attempts: 1,
    productId: 'gid://shopify/Product/9',
    productPriceMinor: 3_000n,
    emailHash: ADA.emailHash,
    attemptedAt: new Date(NOW),
    sentAt: null,
  });
});

it('a holdout touch is withheld: decided in full, counted by the cap, never sent (C73)', async () => {
  const claim = await claimed({ arm: 'holdout' });
  expect(await store.beginSending(claim.shopId, claim, buildGate({ to: 'withheld' }))).toEqual({
    kind: 'sending',
  });
  expect(await prisma.touch.findFirst({ where: { shopId: claim.shopId } })).toMatchObject({
    state: 'withheld',
    sentAt: new Date(NOW),
    productId: 'gid://shopify/Product/9',
  });
  expect(await prisma.enrolment.findFirst({ where: { shopId: claim.shopId } })).toMatchObject({
    exitReason: 'completed',
  });
});

it('nobody in the holdout is sent anything, whoever asks, by hand or by clock (C73)', async () => {
  const claim = await claimed({ arm: 'holdout' });
  expect(await store.beginSending(claim.shopId, claim, buildGate())).toMatchObject({
    kind: 'blocked',
    reason: 'holdout',
  });
});

it('an order that is told again as another customer’s ends what it began, whoever holds the claim; as one’s own it goes on (C22, I3)', async () => {
  const toldAs = async (owner: ReturnType<typeof buyer>) => {
    const claim = await claimed();
    const { shopId, orderId } = claim;
    const kept = { orderId: 'gid://shopify/Order/kept', confirmedAt: MONDAY - 9 * DAY_MS };
    await store.recordOrders(shopId, [buildRecordedOrder({ ...kept, ...ADA })]);
    await store.recordOrders(shopId, [buildRecordedOrder({ orderId, ...owner, updatedAt: MONDAY + DAY_MS })]);
    const begun = await store.beginSending(shopId, claim, buildGate({ emailHash: owner.emailHash }));
    const touch = await prisma.touch.findFirst({ where: { shopId } });
    return [begun.kind, touch?.state, touch?.reason];
  };
  expect(await toldAs(buyer(2))).toEqual(['fenced', 'exited', 'superseded_by_order']);
  expect(await toldAs(ADA)).toEqual(['sending', 'sending', null]);
});

describe('what forbids it, each beside the same without it', () => {
  const forbidding: ReadonlyArray<[string, (claim: ClaimedTouch) => Promise<unknown>]> = [
    [
      'shop_inactive',
      ({ shopId }) => prisma.shop.update({ where: { shopId }, data: { uninstalledAt: new Date(NOW) } }),
    ],
    ['paused_guardrail', ({ shopId }) => store.pauseSending(shopId, 'paused_guardrail', '', NOW)],
    [
      'sending_paused',
      ({ shopId }) =>
        store.saveSettings(
          shopId,
          { ...DEFAULT_SETTINGS, sending: { isPaused: true, isSequenceOn: true } },
          'Ada',
          NOW,
        ),
    ],
    [
      'sequence_off',
      ({ shopId }) =>
        store.saveSettings(
          shopId,
          { ...DEFAULT_SETTINGS, sending: { isPaused: false, isSequenceOn: false } },
          'Ada',
          NOW,
        ),
    ],
    [
      'touch_paused',
      ({ shopId }) => {
        const { touches } = DEFAULT_SETTINGS;
        const one = { ...touches.one, isOn: false };
        return store.saveSettings(shopId, { ...DEFAULT_SETTINGS, touches: { ...touches, one } }, 'Ada', NOW);
      },
    ],
    ['unsubscribed', ({ shopId }) => store.suppress(shopId, ADA.emailHash, 'unsubscribed', 'link', NOW)],
    [
      'complaint',
      async ({ shopId }) => {
        await store.suppress(shopId, ADA.emailHash, 'unsubscribed', 'link', NOW);
        await store.suppress(shopId, ADA.emailHash, 'complaint', 'link', NOW);
      },
    ],
    ['bounced', ({ shopId }) => store.suppress(shopId, ADA.emailHash, 'bounced', 'link', NOW)],
    [
      'new_purchase_exit',
      ({ shopId }) =>
        store.recordOrders(shopId, [
          buildRecordedOrder({ orderId: 'gid://shopify/Order/2', ...ADA, confirmedAt: MONDAY + 1 }),
        ]),
    ],
    ['freq_cap', ({ shopId }) => sentBefore(shopId, [NOW - HOUR_MS, NOW - 2 * HOUR_MS])],
  ];
  it.each(forbidding)('%s', async (reason, forbid) => {
    const claim = await claimed();
    await forbid(claim);
    expect(await store.beginSending(claim.shopId, claim, buildGate())).toMatchObject({
      kind: 'blocked',
      reason,
    });
  });

  const harmless: ReadonlyArray<[string, (claim: ClaimedTouch) => Promise<unknown>]> = [
    [
      'the suppression of another address',
      ({ shopId }) => store.suppress(shopId, buyer(2).emailHash, 'complaint', 'link', NOW),
    ],
    [
      'a suppression in another shop',
      async () => store.suppress(await installShop(store), ADA.emailHash, 'complaint', 'link', NOW),
    ],
    [
      'a suppression that was lifted',
      async ({ shopId }) => {
        await store.suppress(shopId, ADA.emailHash, 'unsubscribed', 'shopify', NOW);
        await store.unsuppress(shopId, ADA.emailHash, 'shopify');
      },
    ],
    [
      'an older purchase',
      ({ shopId }) =>
        store.recordOrders(shopId, [
          buildRecordedOrder({ orderId: 'gid://shopify/Order/2', ...ADA, confirmedAt: MONDAY - 1 }),
        ]),
    ],
    ['one earlier email', ({ shopId }) => sentBefore(shopId, [NOW - HOUR_MS])],
  ];
  it.each(harmless)('not by %s', async (_what, happen) => {
    const claim = await claimed();
    await happen(claim);
    expect(await store.beginSending(claim.shopId, claim, buildGate())).toEqual({ kind: 'sending' });
  });

  it('the suppression of an address that the customer has only now, and the next decision sees it', async () => {
    const claim = await claimed();
    const { shopId, touchId } = claim;
    const gate = buildGate({ emailHash: buyer(7).emailHash });
    await store.suppress(shopId, gate.emailHash, 'bounced', 'import', NOW);
    expect(await store.touchFacts(shopId, [{ touchId, domainHash: null }], NOW)).toMatchObject([
      { suppressions: [] },
    ]);
    expect(await store.beginSending(shopId, claim, gate)).toMatchObject({ reason: 'bounced' });
    expect(await store.touchFacts(shopId, [{ touchId, domainHash: null }], NOW)).toMatchObject([
      { suppressions: ['bounced'] },
    ]);
  });

  it('lifting one source of an unsubscribe leaves the others', async () => {
    const claim = await claimed();
    await store.suppress(claim.shopId, ADA.emailHash, 'unsubscribed', 'link', NOW);
    await store.unsuppress(claim.shopId, ADA.emailHash, 'shopify');
    expect(await store.beginSending(claim.shopId, claim, buildGate())).toMatchObject({
      reason: 'unsubscribed',
    });
  });
});

describe('the cap of two in 168 hours', () => {
  const { input, expected } = golden.vectors.freq_cap_2_per_7d;
  it.each(expected)(
    'at $t the window holds $count, so a send is allowed: $allowed',
    async ({ t, count, allowed }) => {
      const now = Date.parse(t);
      const claim = await claimed({
        touches: buildTouches('gid://shopify/Order/1', { dueAt: Math.min(now, NOW) }),
      });
      await sentBefore(
        claim.shopId,
        input.sent.map((at) => Date.parse(at)),
      );
      const begun = await store.beginSending(claim.shopId, claim, buildGate({ now }));
      expect(begun.kind).toBe(allowed ? 'sending' : 'blocked');
      if (begun.kind === 'blocked')
        expect(begun).toMatchObject({ reason: 'freq_cap', recentSends: { length: count } });
    },
  );

  it.each(['accepted', 'sending', 'ambiguous', 'withheld'])('counts what is %s', async (state) => {
    const claim = await claimed();
    await sentBefore(claim.shopId, [NOW - HOUR_MS, NOW - 2 * HOUR_MS], state);
    expect(await store.beginSending(claim.shopId, claim, buildGate())).toMatchObject({ reason: 'freq_cap' });
  });

  it.each(['failed', 'skipped', 'exited', 'due'])('does not count what is %s', async (state) => {
    const claim = await claimed();
    await sentBefore(claim.shopId, [NOW - HOUR_MS, NOW - 2 * HOUR_MS], state);
    await prisma.touch.updateMany({
      where: { shopId: claim.shopId, touchId: { startsWith: 'sent' } },
      data: { dueAt: new Date(NOW + 99 * DAY_MS) },
    });
    expect(await store.beginSending(claim.shopId, claim, buildGate())).toEqual({ kind: 'sending' });
  });

  it('does not open because the clock went back', async () => {
    const claim = await claimed();
    await sentBefore(claim.shopId, [NOW + HOUR_MS, NOW + 2 * HOUR_MS]);
    expect(await store.beginSending(claim.shopId, claim, buildGate())).toMatchObject({
      reason: 'freq_cap',
      recentSends: [NOW, NOW],
    });
  });
});
