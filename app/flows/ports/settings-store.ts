import type { Settings } from '#core/settings/settings';
import type { Instant } from '#core/shared/time';

/** The versions of a shop's settings. */
export interface SettingsStore {
  /** Out: the new version; null when `onTopOf` is no longer the newest. */
  saveSettings(
    shopId: string,
    settings: Settings,
    savedBy: string,
    now: Instant,
    onTopOf?: number,
  ): Promise<number | null>;
  newestSettings(shopId: string): Promise<SettingsRecord>;
  settingsHistory(shopId: string, limit: number): Promise<ReadonlyArray<SettingsRecord>>; // newest first, the first included
  settingsVersion(shopId: string, version: number): Promise<Settings>;
  /** Whoever saved the newest version that changed a limit of price or margin (R7); null: nobody has. */
  limitsApproval(shopId: string): Promise<LimitsApproval | null>;
}

export type SettingsRecord = {
  readonly version: number;
  readonly settings: Settings;
  readonly savedBy: string;
  readonly savedAt: Instant;
};

export type LimitsApproval = { readonly by: string; readonly at: Instant };
