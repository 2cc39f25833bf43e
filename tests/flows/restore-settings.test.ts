import { expect, it } from 'vitest';
import { settingsParser } from '#adapters/settings/parse-settings';
import { listSettingsVersions } from '#flows/list-settings-versions';
import { restoreSettings } from '#flows/restore-settings';
import { saveSettings } from '#flows/save-settings';
import { MONDAY } from '../support/build-order';
import { installShop } from '../support/build-shop';
import { openStore } from '../support/open-store';

const { store } = await openStore();

const save = (shopId: string, baseVersion: number, values: Record<string, unknown>) =>
  saveSettings({ store, settingsParser }, { shopId, baseVersion, values, savedBy: 'Ann', now: MONDAY });
const restore = (shopId: string, version: number, seenNewest: number) =>
  restoreSettings({ store }, { shopId, version, seenNewest, savedBy: 'Bob', now: MONDAY });

it('going back saves what was, as a new version of the person who did it, and deletes nothing', async () => {
  const shopId = await installShop(store);
  await save(shopId, 0, { holdoutPercent: 20 });
  await save(shopId, 1, { 'touches.two.day': 5 });
  expect(await restore(shopId, 1, 2)).toEqual({ kind: 'saved', version: 3 });
  const { newest, versions } = await listSettingsVersions({ store }, { shopId, limit: 10 });
  expect(newest).toBe(3);
  expect(
    versions.map(({ version, savedBy, changes, undoes }) => [version, savedBy, changes, undoes]),
  ).toEqual([
    [3, 'Bob', [{ path: 'touches.two.day', before: 5, after: 3 }], 0],
    [2, 'Ann', [{ path: 'touches.two.day', before: 3, after: 5 }], 1],
    [1, 'Ann', [{ path: 'holdoutPercent', before: 15, after: 20 }], 0],
    [0, 'Encore', [], 1],
  ]);
});

it('going back turns no sending on again and draws nobody anew', async () => {
  const shopId = await installShop(store);
  await save(shopId, 0, { 'sending.isPaused': true, experimentSalt: 'exp2', holdoutPercent: 20 });
  await restore(shopId, 0, 1);
  const { settings } = await store.newestSettings(shopId);
  expect([settings.sending.isPaused, settings.experimentSalt, settings.holdoutPercent]).toEqual([
    true,
    'exp2',
    15,
  ]);
});

it('going back switches no touch on again and permits nothing that was withdrawn', async () => {
  const shopId = await installShop(store);
  await save(shopId, 0, { 'consent.softOptInDeclaredBy': 'Ann' });
  await save(shopId, 1, {
    'consent.softOptInDeclaredBy': null,
    'touches.two.isOn': false,
    'touches.two.day': 5,
  });
  await restore(shopId, 1, 2);
  const { consent, touches } = (await store.newestSettings(shopId)).settings;
  expect([consent.softOptInDeclaredBy, touches.two]).toEqual([null, { isOn: false, day: 3 }]);
});

it('going back to what is in force saves nothing', async () => {
  const shopId = await installShop(store);
  await save(shopId, 0, { holdoutPercent: 20 });
  expect(await restore(shopId, 1, 1)).toEqual({ kind: 'same' });
});

it('going back while somebody else saved is a conflict, and theirs stays', async () => {
  const shopId = await installShop(store);
  await save(shopId, 0, { holdoutPercent: 20 });
  expect(await restore(shopId, 0, 0)).toEqual({ kind: 'conflict' });
  expect((await store.newestSettings(shopId)).settings.holdoutPercent).toBe(20);
});

it('a soft opt-in is declared by somebody with a name', async () => {
  const shopId = await installShop(store);
  expect(await save(shopId, 0, { 'consent.softOptInDeclaredBy': '  ' })).toMatchObject({
    kind: 'refused',
    faults: [{ path: 'consent.softOptInDeclaredBy' }],
  });
  expect(await save(shopId, 0, { 'consent.softOptInDeclaredBy': ' Ann Lee ' })).toMatchObject({
    kind: 'saved',
  });
  expect((await store.newestSettings(shopId)).settings.consent.softOptInDeclaredBy).toBe('Ann Lee');
});
