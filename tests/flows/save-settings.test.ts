import { expect, it } from 'vitest';
import { settingsParser } from '#adapters/settings/parse-settings';
import { saveSettings } from '#flows/save-settings';
import { MONDAY } from '../support/build-order';
import { installShop } from '../support/build-shop';
import { openStore } from '../support/open-store';

const { store } = await openStore();
const tools = { store, settingsParser };

const save = (shopId: string, baseVersion: number, values: Record<string, unknown>, savedBy = 'Ann') =>
  saveSettings(tools, { shopId, baseVersion, values, savedBy, now: MONDAY });

it('a save makes a new version that holds from the next decision on, and the old one stays readable', async () => {
  const shopId = await installShop(store);
  expect(await save(shopId, 0, { 'touches.two.day': 5 })).toEqual({ kind: 'saved', version: 1 });
  expect((await store.findShop(shopId))?.settings.touches.two.day).toBe(5);
  expect((await store.settingsVersion(shopId, 0)).touches.two.day).toBe(3);
  expect((await store.settingsHistory(shopId, 10)).map(({ version, savedBy }) => [version, savedBy])).toEqual(
    [
      [1, 'Ann'],
      [0, 'Encore'],
    ],
  );
});

it('what is out of range is refused by its path, and nothing of the save is kept', async () => {
  const shopId = await installShop(store);
  expect(await save(shopId, 0, { 'touches.two.day': 9, holdoutPercent: 20 })).toMatchObject({
    kind: 'refused',
    faults: [{ path: 'touches.two.day', value: 9, problem: 'must be from 3 to 7' }],
  });
  expect((await store.findShop(shopId))?.settingsVersion).toBe(0);
});

it('two people who change different settings both keep their change', async () => {
  const shopId = await installShop(store);
  await save(shopId, 0, { 'touches.two.day': 5 });
  expect(await save(shopId, 0, { holdoutPercent: 20 }, 'Bob')).toEqual({ kind: 'saved', version: 2 });
  const { settings } = await store.newestSettings(shopId);
  expect([settings.touches.two.day, settings.holdoutPercent]).toEqual([5, 20]);
});

it('two people who change the same setting: the second is told who and when, and nothing is saved', async () => {
  const shopId = await installShop(store);
  await save(shopId, 0, { 'touches.two.day': 5 });
  expect(await save(shopId, 0, { 'touches.two.day': 4, holdoutPercent: 20 }, 'Bob')).toEqual({
    kind: 'conflict',
    savedBy: 'Ann',
    savedAt: MONDAY,
    paths: ['touches.two.day'],
  });
  expect((await store.newestSettings(shopId)).version).toBe(1);
});

it('saves at the same moment are all kept when they do not touch each other', async () => {
  const shopId = await installShop(store);
  const changes = [{ holdoutPercent: 10 }, { 'touches.two.day': 4 }, { 'sendHours.at': 11 }];
  const results = await Promise.all(changes.map((values) => save(shopId, 0, values)));
  expect(results.map((result) => result.kind)).toEqual(['saved', 'saved', 'saved']);
  const { version, settings } = await store.newestSettings(shopId);
  expect([version, settings.holdoutPercent, settings.touches.two.day, settings.sendHours.at]).toEqual([
    3, 10, 4, 11,
  ]);
});
