import type { PrismaClient } from '@prisma/client';
import { DEFAULT_SETTINGS } from '#core/settings/settings';
import { toIso } from '#core/shared/time';
import type { Store } from '#flows/ports';
import { parseSettings } from '#adapters/settings/parse-settings';
import { withinShop } from './within-shop';

export function settingsMethods(prisma: PrismaClient): Pick<Store, 'saveSettings' | 'settingsVersion'> {
  return {
    // The row of the shop is locked by the UPDATE: two saves at once get two versions.
    saveSettings: (shopId, settings, savedBy, now) =>
      withinShop(prisma, shopId, async (sql) => {
        const [shop] = await sql.$queryRaw<ReadonlyArray<{ readonly version: number }>>`
          UPDATE "Shop" SET "settingsVersion" = "settingsVersion" + 1 WHERE "shopId" = ${shopId}
          RETURNING "settingsVersion" AS version`;
        if (!shop)
          throw new Error(
            `${shopId} is not installed, so its settings cannot be saved; install the app first`,
          );
        await sql.$executeRaw`
          INSERT INTO "SettingsVersion" ("shopId", version, settings, "savedBy", "savedAt")
          VALUES (${shopId}, ${shop.version}, ${JSON.stringify(settings)}::jsonb, ${savedBy}, ${toIso(now)}::timestamptz)`;
        return shop.version;
      }),

    settingsVersion: (shopId, version) =>
      withinShop(prisma, shopId, async (sql) => {
        if (version === 0) return DEFAULT_SETTINGS; // before anybody saved
        const [row] = await sql.$queryRaw<ReadonlyArray<{ readonly settings: unknown }>>`
          SELECT settings FROM "SettingsVersion" WHERE "shopId" = ${shopId} AND version = ${version}`;
        if (!row)
          throw new Error(
            `${shopId} has no settings version ${version}; versions count from 1 to the newest`,
          );
        return parseSettings(row.settings);
      }),
  };
}
