import { diffSettings, nestChanges } from '#core/settings/change-settings';
import type { Settings } from '#core/settings/settings';
import type { Instant } from '#core/shared/time';
import type { SettingFault, Tools } from './ports';
import { countUnsignedClaims } from './sign-off-claims';

export type SaveSettingsInput = {
  readonly shopId: string;
  readonly baseVersion: number; // what the person who saves was looking at
  readonly values: Readonly<Record<string, unknown>>; // by path, as "touches.two.day"; only what they changed
  readonly savedBy: string;
  readonly now: Instant;
};

export type SaveSettingsResult =
  | { readonly kind: 'saved'; readonly version: number }
  | { readonly kind: 'refused'; readonly faults: ReadonlyArray<SettingFault> }
  | {
      readonly kind: 'conflict';
      readonly savedBy: string;
      readonly savedAt: Instant;
      readonly paths: ReadonlyArray<string>;
    };

/**
 * Saves what a person changed as a new version on top of the newest one. Somebody else's save in between is kept, unless
 * both changed the same setting: then nothing is saved and the conflict is told. The version is compared and written in
 * one transaction, so that two saves at once cannot both win. The sequence is not turned on while a promotional claim has
 * no sign-off.
 * In: shop, the version that was looked at, changed values, who, now (ms). Out: the new version, or why nothing was saved.
 */
export async function saveSettings(
  { store, settingsParser }: Pick<Tools, 'store' | 'settingsParser'>,
  input: SaveSettingsInput,
): Promise<SaveSettingsResult> {
  const { shopId, baseVersion, values, savedBy, now } = input;
  const newest = await store.newestSettings(shopId);
  const base = await store.settingsVersion(shopId, baseVersion);

  const theirs = new Set(diffSettings(base, newest.settings).map(({ path }) => path));
  const paths = Object.keys(values).filter((path) => theirs.has(path));
  if (paths.length > 0) return { kind: 'conflict', savedBy: newest.savedBy, savedAt: newest.savedAt, paths };
  const parsed = settingsParser.parse(nestChanges(values), newest.settings);
  if (parsed.kind === 'refused') return parsed;
  const faults = await faultsOfTurningOn({ store }, shopId, { from: newest.settings, to: parsed.settings });
  if (faults.length > 0) return { kind: 'refused', faults };

  const saved = await store.saveSettings(shopId, parsed.settings, savedBy, now, newest.version);
  if (saved === null) return saveSettings({ store, settingsParser }, input); // somebody was faster; look again
  return { kind: 'saved', version: saved };
}

async function faultsOfTurningOn(
  tools: Pick<Tools, 'store'>,
  shopId: string,
  { from, to }: { readonly from: Settings; readonly to: Settings },
): Promise<ReadonlyArray<SettingFault>> {
  if (from.sending.isSequenceOn || !to.sending.isSequenceOn) return [];
  const unsigned = await countUnsignedClaims(tools, { shopId, settings: to });
  if (unsigned === 0) return [];
  const problem = `cannot be turned on while texts make promotional claims that nobody has signed off (${unsigned}); sign them off under Settings, Promotional claims`;
  return [{ path: 'sending.isSequenceOn', value: true, problem }];
}
