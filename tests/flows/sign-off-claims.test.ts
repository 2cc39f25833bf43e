import { expect, it } from 'vitest';
import { settingsParser } from '#adapters/settings/parse-settings';
import { DEFAULT_SETTINGS } from '#core/settings/settings';
import { DAY_MS } from '#core/shared/time';
import { findAttention } from '#flows/find-attention';
import { saveSettings } from '#flows/save-settings';
import { listClaims, signOffClaim } from '#flows/sign-off-claims';
import { MONDAY } from '../support/build-order';
import { installShop } from '../support/build-shop';
import { openStore } from '../support/open-store';

const { store } = await openStore();
const tools = { store, settingsParser };
const now = MONDAY + DAY_MS;

async function shopThatIsOff(): Promise<string> {
  const shopId = await installShop(store);
  const off = { ...DEFAULT_SETTINGS, sending: { isPaused: false, isSequenceOn: false } };
  await store.saveSettings(shopId, off, 'Ann', MONDAY);
  return shopId;
}

async function save(shopId: string, values: Readonly<Record<string, unknown>>) {
  const { version } = await store.newestSettings(shopId);
  return saveSettings(tools, { shopId, baseVersion: version, values, savedBy: 'Ann', now });
}
const turnOn = (shopId: string) => save(shopId, { 'sending.isSequenceOn': true });

async function claimsOf(shopId: string) {
  const { settings } = await store.newestSettings(shopId);
  return listClaims(tools, { shopId, settings });
}

async function sign(shopId: string, over: { readonly textHash?: string; readonly signedName?: string } = {}) {
  const [claim] = await claimsOf(shopId);
  if (!claim) throw new Error(`${shopId} makes no claim`);
  const { message, field, textHash } = claim;
  const given = { textHash, signedName: 'Ann Lee', ...over };
  return signOffClaim(tools, { shopId, message, field, ...given, signedBy: 'staff member 7', now });
}

async function attentionOf(shopId: string) {
  const { settings } = await store.newestSettings(shopId);
  const found = await findAttention(tools, {
    shopId,
    settings,
    lift: null,
    isUnreported: false,
    due: new Map(),
    now,
  });
  return found.filter(({ kind }) => kind === 'unsigned_claims');
}

it('a shop whose texts claim nothing turns its sequence on', async () => {
  const shopId = await shopThatIsOff();
  expect(await attentionOf(shopId)).toEqual([]);
  expect(await turnOn(shopId)).toMatchObject({ kind: 'saved' });
});

it('a claim that nobody answers for keeps it off, and the refusal names the remedy', async () => {
  const shopId = await shopThatIsOff();
  await save(shopId, { 'messages.one.headline': 'The best price for you' });
  const { version } = await store.newestSettings(shopId);
  expect(await turnOn(shopId)).toEqual({
    kind: 'refused',
    faults: [
      {
        path: 'sending.isSequenceOn',
        value: true,
        problem:
          'cannot be turned on while texts make promotional claims that nobody has signed off (1); sign them off under Settings, Promotional claims',
      },
    ],
  });
  expect((await store.newestSettings(shopId)).version).toBe(version);
  expect(await attentionOf(shopId)).toEqual([{ kind: 'unsigned_claims', count: 1 }]);
});

it('signed off with name and time it may be turned on; another shop still may not', async () => {
  const [shopId, other] = [await shopThatIsOff(), await shopThatIsOff()];
  for (const each of [shopId, other]) await save(each, { 'messages.one.headline': 'The best price for you' });
  expect(await sign(shopId)).toBe('signed');
  expect((await claimsOf(shopId))[0]).toMatchObject({
    message: 'one',
    field: 'headline',
    phrases: ['best price'],
    signOff: { signedName: 'Ann Lee', signedAt: now },
  });
  expect(await store.claimSignOffs(shopId)).toMatchObject([{ signedBy: 'staff member 7' }]);
  expect(await attentionOf(shopId)).toEqual([]);
  expect(await turnOn(shopId)).toMatchObject({ kind: 'saved' });
  expect(await turnOn(other)).toMatchObject({ kind: 'refused' });
});

it('a changed text needs a new sign-off, and the old text has its old one again', async () => {
  const shopId = await shopThatIsOff();
  await save(shopId, { 'messages.one.headline': 'Save 10 %' });
  await sign(shopId);
  await save(shopId, { 'messages.one.headline': 'Save 20 %' });
  expect((await claimsOf(shopId))[0]?.signOff).toBeNull();
  expect(await turnOn(shopId)).toMatchObject({ kind: 'refused' });
  await save(shopId, { 'messages.one.headline': 'Save 10 %' });
  expect((await claimsOf(shopId))[0]?.signOff).toMatchObject({ signedName: 'Ann Lee' });
});

it('nobody signs a text that reads otherwise by now, nor without a name', async () => {
  const shopId = await shopThatIsOff();
  await save(shopId, { 'messages.one.headline': 'Save 10 %' });
  expect(await sign(shopId, { textHash: 'a'.repeat(64) })).toBe('changed');
  expect(await sign(shopId, { signedName: '  ' })).toBe('no_name');
  expect(await store.claimSignOffs(shopId)).toEqual([]);
  expect(await sign(shopId)).toBe('signed');
  expect(await sign(shopId, { signedName: 'Somebody else' })).toBe('signed');
  expect((await claimsOf(shopId))[0]?.signOff).toMatchObject({ signedName: 'Ann Lee' }); // the first counts
});

it('a claim in the same save as the switch is refused with it, and nothing of it is kept', async () => {
  const shopId = await shopThatIsOff();
  const both = { 'sending.isSequenceOn': true, 'messages.two.text': 'Only today' };
  expect(await save(shopId, both)).toMatchObject({ kind: 'refused' });
  expect(await claimsOf(shopId)).toEqual([]);
});

it('a sequence that is on stays on when a claim is written, and can be turned off', async () => {
  const shopId = await installShop(store);
  expect(await save(shopId, { 'messages.two.text': 'Only today' })).toMatchObject({ kind: 'saved' });
  expect(await attentionOf(shopId)).toEqual([{ kind: 'unsigned_claims', count: 1 }]);
  expect(await save(shopId, { 'sending.isSequenceOn': false })).toMatchObject({ kind: 'saved' });
  expect(await turnOn(shopId)).toMatchObject({ kind: 'refused' });
});
