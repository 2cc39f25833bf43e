import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { ChosenMailer } from '#adapters/mailers/chosen-mailer';
import { SendGridTester } from '#adapters/sendgrid/sendgrid-tester';
import { createSealer } from '#adapters/shopify/seal-text';
import { DAY_MS } from '#core/shared/time';
import { deliverMessage } from '#flows/deliver-message';
import type { Mailer } from '#flows/ports';
import { saveSendingAccount } from '#flows/save-sending-account';
import { outgoingMessage } from '../adapters/mailers/outgoing-message';
import { buildGate, claimedTouch, claimOne } from '../support/build-enrolment';
import { MONDAY } from '../support/build-order';
import { openStore } from '../support/open-store';
import { createEventSigner } from '../support/sendgrid-events';

const [OLD, NEW] = ['SG.old-key-0123456789', 'SG.new-key-0123456789'];
const { store } = await openStore();
const secrets = createSealer({ keyId: 'k1', secret: randomBytes(32) });
const sendingTester = new SendGridTester({ baseUrl: null, timeoutMs: 1 });
const newEventKey = createEventSigner().publicKey;
const now = MONDAY + DAY_MS;
const log = { info: () => undefined, warn: () => undefined };

async function save(shopId: string, newKey: string | null): Promise<void> {
  const values = { kind: 'sendgrid' as const, senderName: null, senderAddress: 'hello@shop.test' };
  const baseRevision = (await store.sendingAccount(shopId))?.revision ?? 0;
  const saved = await saveSendingAccount(
    { store, secrets, sendingTester },
    { shopId, baseRevision, values: { ...values, newKey, newEventKey }, savedBy: 'Ann', now },
  );
  expect(saved.kind).toBe('saved');
}

/** Sends a claimed touch with the account in force; the provider refuses the old key, the first time after `meanwhile`. */
async function sendWhile(meanwhile: (shopId: string) => Promise<unknown>, hasAccount = true) {
  const claim = await claimedTouch(store);
  const { shopId } = claim;
  if (hasAccount) await save(shopId, OLD);
  await store.beginSending(shopId, claim, buildGate());
  let isFirst = true;
  const provider = (apiKey: string): Mailer => ({
    send: async () => {
      if (apiKey === NEW) return { kind: 'accepted', messageId: 'm' };
      if (isFirst) await meanwhile(shopId);
      isFirst = false;
      return { kind: 'account_refused', detail: 'SendGrid answered 401', account: null };
    },
  });
  const byDefault = provider(OLD);
  const sendGrid = (account: { readonly apiKey: string }) => provider(account.apiKey);
  const mailer = new ChosenMailer({ accounts: store, secrets, outbox: byDefault, byDefault, sendGrid });
  const send = (sent: typeof claim) =>
    deliverMessage(
      { store, mailer, log },
      { claim: sent, message: outgoingMessage({ shopId, touchId: sent.touchId }), now },
    );
  await send(claim);
  const paused = (await store.findShop(shopId))?.sendingPaused?.reason ?? null;
  return { shopId, paused, send };
}

/** Leaves nothing due for the next test. */
async function skipTheDue(shopId: string): Promise<void> {
  await store.finishTouch(shopId, await claimOne(store), { state: 'skipped', at: now, reason: 'no_consent' });
}

describe('a refusal of the key', () => {
  it('that is still in force stops the shop', async () => {
    expect((await sendWhile(async () => undefined)).paused).toBe('sending_paused');
  });

  it('that was replaced while it was tried stops nothing, and the email goes out with the new one', async () => {
    const { shopId, paused, send } = await sendWhile((shop) => save(shop, NEW));
    expect(paused).toBeNull();
    const claim = await claimOne(store);
    expect(claim.shopId).toBe(shopId);
    await store.beginSending(shopId, claim, buildGate());
    await send(claim);
    expect((await store.findShop(shopId))?.sendingPaused).toBeNull();
    expect(await store.claimDueTouches(now, 10, 60_000)).toEqual([]);
  });

  it('that stayed while only the sender was saved stops the shop with the next try', async () => {
    const { shopId, paused, send } = await sendWhile((shop) => save(shop, null));
    expect(paused).toBeNull();
    const claim = await claimOne(store);
    await store.beginSending(shopId, claim, buildGate());
    await send(claim);
    expect((await store.findShop(shopId))?.sendingPaused?.reason).toBe('sending_paused');
  });

  it('of the installation stops a shop that has no account, and one that has saved its own since goes on', async () => {
    expect((await sendWhile(async () => undefined, false)).paused).toBe('sending_paused');
    const { paused, shopId } = await sendWhile((shop) => save(shop, NEW), false);
    expect(paused).toBeNull();
    await skipTheDue(shopId);
  });

  it('that comes before the save leaves the shop going, though the save saw it running', async () => {
    const { shopId } = await sendWhile(async () => undefined);
    const revision = (await store.sendingAccount(shopId))?.revision ?? 0;
    const account = await store.sendingAccount(shopId);
    if (!account) throw new Error('no account');
    // Both at once: whichever comes first, the shop goes on with the account that is in force then.
    await Promise.all([
      store.pauseSending(shopId, 'sending_paused', '401', now, revision),
      store.saveSendingAccount(shopId, { ...account, revision: revision + 1 }),
    ]);
    expect((await store.findShop(shopId))?.sendingPaused).toBeNull();
    await skipTheDue(shopId);
  });

  it('does not end a pause that has another reason', async () => {
    const { shopId } = await sendWhile(async () => undefined);
    await store.pauseSending(shopId, 'paused_guardrail', 'complaints', now);
    await save(shopId, NEW);
    expect((await store.findShop(shopId))?.sendingPaused?.reason).toBe('paused_guardrail');
  });
});
