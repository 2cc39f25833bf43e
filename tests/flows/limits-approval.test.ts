import { expect, it } from 'vitest';
import { settingsParser } from '#adapters/settings/parse-settings';
import { DAY_MS } from '#core/shared/time';
import { saveSettings } from '#flows/save-settings';
import { MONDAY } from '../support/build-order';
import { installShop } from '../support/build-shop';
import { openStore } from '../support/open-store';

const { store } = await openStore();

it('whoever saved the newest change of a limit has approved the limits; other saves change nothing in that', async () => {
  const shopId = await installShop(store);
  let day = 0;
  const save = (savedBy: string, values: Record<string, unknown>) =>
    saveSettings(
      { store, settingsParser },
      { shopId, baseVersion: day, values, savedBy, now: MONDAY + (day += 1) * DAY_MS },
    );
  expect(await store.limitsApproval(shopId)).toBeNull();
  await save('Ann', { holdoutPercent: 20 });
  expect(await store.limitsApproval(shopId)).toBeNull();
  await save('Bob', { 'price.marginFloorPercent': 30 });
  await save('Cleo', { holdoutPercent: 15 });
  expect(await store.limitsApproval(shopId)).toEqual({ by: 'Bob', at: MONDAY + 2 * DAY_MS });
  await save('Dee', { 'price.touchOneToPercent': 45 });
  expect(await store.limitsApproval(shopId)).toEqual({ by: 'Dee', at: MONDAY + 4 * DAY_MS });
});
