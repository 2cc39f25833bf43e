import { diffSettings, type SettingChange } from '#core/settings/change-settings';
import type { Instant } from '#core/shared/time';
import type { Tools } from './ports';
import type { SettingsRecord } from './ports/settings-store';
import { restoredSettings } from './restore-settings';

export type ListedVersion = {
  readonly version: number;
  readonly savedBy: string;
  readonly savedAt: Instant;
  readonly changes: ReadonlyArray<SettingChange>; // against the version before it
  readonly undoes: number; // settings that going back to it would change now
};

/**
 * The versions of a shop's settings, newest first, each with what it changed.
 * In: shop, most versions. Out: the versions, the newest one's number, and whether older ones were left off.
 */
export async function listSettingsVersions(
  { store }: Pick<Tools, 'store'>,
  { shopId, limit }: { readonly shopId: string; readonly limit: number },
): Promise<{
  readonly newest: number;
  readonly hasOlder: boolean;
  readonly versions: ReadonlyArray<ListedVersion>;
}> {
  const records = await store.settingsHistory(shopId, limit + 1);
  const [newest] = records;
  if (!newest) throw new Error(`${shopId} is not installed, so it has no settings`);
  return {
    newest: newest.version,
    hasOlder: records.length > limit,
    versions: records
      .slice(0, limit)
      .map((record, index) => describe(record, records[index + 1] ?? null, newest)),
  };
}

function describe(
  record: SettingsRecord,
  before: SettingsRecord | null,
  newest: SettingsRecord,
): ListedVersion {
  const { version, savedBy, savedAt, settings } = record;
  return {
    version,
    savedBy,
    savedAt,
    changes: before === null ? [] : diffSettings(before.settings, settings),
    undoes: diffSettings(newest.settings, restoredSettings(settings, newest.settings)).length,
  };
}
