import { parseSettings } from '#adapters/settings/parse-settings';
import type { Settings } from '#core/settings/settings';

const MOST_KEPT = 200;
const kept = new Map<string, Settings>();

/**
 * A version's settings as they were saved. A version never changes, and checking one costs more than all that is decided
 * by it, so that each text is checked once.
 * In: the text of the column. Throws SettingsError where it names something that this version of Encore does not know.
 */
export function keptSettings(text: string): Settings {
  const known = kept.get(text);
  if (known) return known;
  const settings = parseSettings(JSON.parse(text));
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(text, settings);
  return settings;
}
