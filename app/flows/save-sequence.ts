import { findMessageFaults } from './check-messages';
import type { Tools } from './ports';
import { saveSettings, type SaveSettingsInput, type SaveSettingsResult } from './save-settings';

/**
 * Saves what a person changed about the sequence. An e-mail that fails a check of its preview is not saved: it would
 * fail with every customer. In and out: as saving settings.
 */
export async function saveSequence(
  tools: Pick<Tools, 'store' | 'admin' | 'links' | 'renderer' | 'appUrl' | 'settingsParser' | 'log'>,
  input: SaveSettingsInput,
): Promise<SaveSettingsResult> {
  const faults = await findMessageFaults(tools, input);
  return faults.length > 0 ? { kind: 'refused', faults } : saveSettings(tools, input);
}
