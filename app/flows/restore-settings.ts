import { diffSettings } from '#core/settings/change-settings';
import type { Settings } from '#core/settings/settings';
import type { Instant } from '#core/shared/time';
import type { Tools } from './ports';

export type RestoreSettingsResult =
  | { readonly kind: 'saved'; readonly version: number }
  | { readonly kind: 'same' } // that version says what is true now; nothing was saved
  | { readonly kind: 'conflict' }; // somebody saved since the list was loaded

/**
 * What going back to an earlier version would make of the settings. Switches, the rules of consent and the draw of the
 * holdout stay as they are now: an old version must not turn sending on again, permit what was withdrawn, or draw
 * everybody's group anew.
 * In: the earlier settings, the newest ones. Out: whole settings.
 */
export function restoredSettings(earlier: Settings, newest: Settings): Settings {
  const touch = <Name extends 'one' | 'two' | 'three'>(name: Name) => ({
    ...earlier.touches[name],
    isOn: newest.touches[name].isOn,
  });
  return {
    ...earlier,
    sending: newest.sending,
    touches: { one: touch('one'), two: touch('two'), three: touch('three') },
    consent: newest.consent,
    experimentSalt: newest.experimentSalt,
  };
}

/**
 * Goes back to an earlier version by saving what it said as a new one; nothing is ever deleted.
 * In: shop, the version to go back to, the newest one that the person saw, who, now (ms). Out: the new version, or why
 * nothing was saved. Throws when there is no such version.
 */
export async function restoreSettings(
  { store }: Pick<Tools, 'store'>,
  input: {
    readonly shopId: string;
    readonly version: number;
    readonly seenNewest: number;
    readonly savedBy: string;
    readonly now: Instant;
  },
): Promise<RestoreSettingsResult> {
  const { shopId, version, seenNewest, savedBy, now } = input;
  const newest = await store.newestSettings(shopId);
  if (newest.version !== seenNewest) return { kind: 'conflict' };
  const restored = restoredSettings(await store.settingsVersion(shopId, version), newest.settings);
  if (diffSettings(newest.settings, restored).length === 0) return { kind: 'same' };
  const saved = await store.saveSettings(shopId, restored, savedBy, now, newest.version);
  return saved === null ? { kind: 'conflict' } : { kind: 'saved', version: saved };
}
