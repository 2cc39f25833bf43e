import type { Instant } from '#core/shared/time';
import type { Tools } from './ports';
import { saveSettings } from './save-settings';

/**
 * Stops or resumes everything that a shop sends. What is due stays due: a pause holds it back until its window ends.
 * Resuming also ends a pause that Encore made, as after a refused key.
 * In: shop, whether to pause, who asks, now (ms). Out: nothing. Throws when the setting was refused.
 */
export async function changeSending(
  { store, settingsParser }: Pick<Tools, 'store' | 'settingsParser'>,
  input: {
    readonly shopId: string;
    readonly isPaused: boolean;
    readonly savedBy: string;
    readonly now: Instant;
  },
): Promise<void> {
  const { shopId, isPaused, savedBy, now } = input;
  const { version } = await store.newestSettings(shopId);
  const saved = await saveSettings(
    { store, settingsParser },
    { shopId, baseVersion: version, values: { 'sending.isPaused': isPaused }, savedBy, now },
  );
  // Somebody else changed the same switch between the two reads: look again, the wish still stands.
  if (saved.kind === 'conflict') return changeSending({ store, settingsParser }, input);
  if (saved.kind === 'refused')
    throw new Error(`pausing was refused: ${JSON.stringify(saved.faults)}; mend the settings first`);
  if (!isPaused) await store.resumeSending(shopId, now);
}
