import { Prisma } from '@prisma/client';
import { DEFAULT_SETTINGS } from '#core/settings/settings';
import type { Shop } from '#flows/records';
import { instantOrNull } from './instant';
import { keptSettings } from './kept-settings';
import { parseReason } from './parse-decision';
import type { Sql } from './within-shop';

type ShopRow = Omit<Shop, 'installedAt' | 'uninstalledAt' | 'sendingPaused' | 'historyUntil' | 'settings'> & {
  readonly installedAt: Date;
  readonly uninstalledAt: Date | null;
  readonly pausedReason: string | null;
  readonly pausedDetail: string | null;
  readonly historyUntil: Date | null;
  readonly settings: string | null; // null: no version was saved yet
};

export async function readShop(sql: Sql, shopId: string): Promise<Shop | null> {
  const [shop] = await readShops(sql, Prisma.sql`WHERE s."shopId" = ${shopId}`);
  return shop ?? null;
}

/** Shops with their newest settings. */
export async function readShops(sql: Sql, where: Prisma.Sql): Promise<ReadonlyArray<Shop>> {
  const rows = await sql.$queryRaw<ReadonlyArray<ShopRow>>`
    SELECT s."shopId", s.name, s.currency, s.zone, s."countryCode", s."contactEmail", s."postalAddress", s."storeUrl",
      s."readsAllOrders", s."installedAt", s."uninstalledAt", s."pausedReason", s."pausedDetail", s."historyUntil", s."settingsVersion",
      v.settings::text AS settings
    FROM "Shop" s
    LEFT JOIN "SettingsVersion" v ON v."shopId" = s."shopId" AND v.version = s."settingsVersion"
    ${where}
    ORDER BY s."shopId"`;
  return rows.map(toShop);
}

function toShop({ pausedReason, pausedDetail, settings, ...row }: ShopRow): Shop {
  const reason = parseReason(pausedReason);
  return {
    ...row,
    installedAt: row.installedAt.getTime(),
    uninstalledAt: instantOrNull(row.uninstalledAt),
    sendingPaused: reason === null ? null : { reason, detail: pausedDetail ?? '' },
    historyUntil: instantOrNull(row.historyUntil),
    settings: settings === null ? DEFAULT_SETTINGS : keptSettings(settings),
  };
}
