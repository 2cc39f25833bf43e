import type { PrismaClient } from '@prisma/client';
import { DEFAULT_SETTINGS } from '#core/settings/settings';
import { toIso } from '#core/shared/time';
import type { Store } from '#flows/ports';
import type { SettingsRecord } from '#flows/ports/settings-store';
import { keptSettings } from './kept-settings';
import { withinShop } from './within-shop';

type SettingsRow = Omit<SettingsRecord, 'settings' | 'savedAt'> & {
  readonly settings: string | null; // null: the defaults
  readonly savedAt: Date;
};

export function settingsMethods(
  prisma: PrismaClient,
): Pick<Store, 'saveSettings' | 'settingsVersion' | 'newestSettings' | 'settingsHistory' | 'limitsApproval'> {
  return {
    // The row of the shop is locked by the UPDATE: two saves at once get two versions, or one of them none.
    saveSettings: (shopId, settings, savedBy, now, onTopOf) =>
      withinShop(prisma, shopId, async (sql) => {
        const [shop] = await sql.$queryRaw<ReadonlyArray<{ readonly version: number }>>`
          UPDATE "Shop" SET "settingsVersion" = "settingsVersion" + 1
          WHERE "shopId" = ${shopId} AND "settingsVersion" = coalesce(${onTopOf ?? null}::int, "settingsVersion")
          RETURNING "settingsVersion" AS version`;
        if (!shop && onTopOf !== undefined) return null;
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
        const [row] = await sql.$queryRaw<ReadonlyArray<{ readonly settings: string }>>`
          SELECT settings::text FROM "SettingsVersion" WHERE "shopId" = ${shopId} AND version = ${version}`;
        if (!row)
          throw new Error(
            `${shopId} has no settings version ${version}; versions count from 1 to the newest`,
          );
        return keptSettings(row.settings);
      }),

    newestSettings: async (shopId) => {
      const [newest] = await readHistory(prisma, shopId, 1);
      if (!newest)
        throw new Error(`${shopId} is not installed, so it has no settings; install the app first`);
      return newest;
    },

    settingsHistory: (shopId, limit) => readHistory(prisma, shopId, limit),

    // A limit that came later is not in older versions: there it stood at its default.
    limitsApproval: (shopId) =>
      withinShop(prisma, shopId, async (sql) => {
        const defaults = JSON.stringify(DEFAULT_SETTINGS.price);
        const [approval] = await sql.$queryRaw<ReadonlyArray<{ readonly by: string; readonly at: Date }>>`
          WITH limits AS (
            SELECT version, "savedBy", "savedAt", ${defaults}::jsonb || (settings::jsonb -> 'price') AS price
            FROM "SettingsVersion" WHERE "shopId" = ${shopId}
          ), changes AS (
            SELECT *, lag(price, 1, ${defaults}::jsonb) OVER (ORDER BY version) AS before FROM limits
          )
          SELECT "savedBy" AS by, "savedAt" AS at FROM changes WHERE price <> before ORDER BY version DESC LIMIT 1`;
        return approval ? { by: approval.by, at: approval.at.getTime() } : null;
      }),
  };
}

/** Version 0, the defaults that a shop begins with, is not a row: it is as old as the installation. */
function readHistory(
  prisma: PrismaClient,
  shopId: string,
  limit: number,
): Promise<ReadonlyArray<SettingsRecord>> {
  return withinShop(prisma, shopId, async (sql) => {
    const rows = await sql.$queryRaw<ReadonlyArray<SettingsRow>>`
      SELECT version, settings::text, "savedBy", "savedAt" FROM "SettingsVersion" WHERE "shopId" = ${shopId}
      UNION ALL
      SELECT 0, NULL, 'Encore', "installedAt" FROM "Shop" WHERE "shopId" = ${shopId}
      ORDER BY version DESC LIMIT ${limit}`;
    return rows.map(({ settings, savedAt, ...row }) => ({
      ...row,
      settings: settings === null ? DEFAULT_SETTINGS : keptSettings(settings),
      savedAt: savedAt.getTime(),
    }));
  });
}
