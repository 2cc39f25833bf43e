import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '#core/settings/settings';
import { MONDAY } from '../../support/build-order';
import { installShop } from '../../support/build-shop';
import { openStore } from '../../support/open-store';

const MIGRATION = readFileSync('prisma/migrations/20261125234000_social_proof_block/migration.sql', 'utf8');
const { store, prisma } = await openStore();

it('settings from before "what others say" was a block of its own keep it right after the product, once', async () => {
  const shopId = await installShop(store);
  const { messages } = DEFAULT_SETTINGS;
  const blocks = ['button', 'product', 'headline'] as const;
  const older = { ...DEFAULT_SETTINGS, messages: { ...messages, one: { ...messages.one, blocks } } };
  for (const key of ['two', 'twoClicked', 'threeReplenishment', 'threeAccessory'] as const)
    older.messages = { ...older.messages, [key]: { ...messages[key], blocks: ['product', 'button'] } };
  await store.saveSettings(shopId, older, 'Ann', MONDAY);
  for (let times = 0; times < 2; times += 1) await prisma.$executeRawUnsafe(MIGRATION);
  const { settings } = await store.newestSettings(shopId);
  expect(settings.messages.one).toEqual({
    ...messages.one,
    blocks: ['button', 'product', 'socialProof', 'headline'],
  });
  expect(settings.messages.two.blocks).toEqual(['product', 'socialProof', 'button']);
});

it('settings that hold no emails stay as they are', async () => {
  const shopId = await installShop(store);
  await prisma.$executeRaw`INSERT INTO "SettingsVersion" ("shopId", version, settings, "savedBy", "savedAt")
    VALUES (${shopId}, 1, '{"holdoutPercent": 12}', 'Ann', now())`;
  await prisma.$executeRawUnsafe(MIGRATION);
  const rows = await prisma.$queryRaw`SELECT settings FROM "SettingsVersion" WHERE "shopId" = ${shopId}`;
  expect(rows).toEqual([{ settings: { holdoutPercent: 12 } }]);
});
