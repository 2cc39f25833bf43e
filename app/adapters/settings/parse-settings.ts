import { isChangedAsAWhole } from '#core/settings/change-settings';
import { DEFAULT_SETTINGS, type Settings } from '#core/settings/settings';
import type { SettingFault, SettingsParser } from '#flows/ports';
import { SETTINGS_SCHEMA } from './settings-schema';

export class SettingsError extends Error {
  readonly faults: ReadonlyArray<SettingFault>;

  constructor(faults: ReadonlyArray<SettingFault>) {
    super(
      faults.map(({ path, value, problem }) => `${path} = ${JSON.stringify(value)}: ${problem}`).join('\n'),
    );
    this.name = 'SettingsError';
    this.faults = faults;
  }
}

/**
 * Settings from a form or a file that names only what differs from `base`. Nothing is half applied.
 * In: a nested object of unknown origin, the settings it changes. Out: whole settings. Throws SettingsError with every fault.
 */
export function parseSettings(given: unknown, base: Settings = DEFAULT_SETTINGS): Settings {
  const whole = overlay(base, given);
  const parsed = SETTINGS_SCHEMA.safeParse(whole);
  if (parsed.success) return parsed.data;
  throw new SettingsError(
    parsed.error.issues.map((issue) => {
      const unknown = issue.code === 'unrecognized_keys' ? issue.keys : [];
      const path = [...issue.path, ...unknown].join('.');
      const problem = unknown.length > 0 ? 'is not a setting; check its spelling' : issue.message;
      return { path, value: valueAt(whole, [...issue.path, ...unknown.slice(0, 1)]), problem };
    }),
  );
}

/** The same as a port: faults are an answer, not an exception. */
export const settingsParser: SettingsParser = {
  parse(given, base) {
    try {
      return { kind: 'valid', settings: parseSettings(given, base) };
    } catch (error) {
      if (error instanceof SettingsError) return { kind: 'refused', faults: error.faults };
      throw error;
    }
  },
};

function overlay(base: unknown, change: unknown, path = ''): unknown {
  if (!isRecord(base) || !isRecord(change) || isChangedAsAWhole(path))
    return change === undefined ? base : change;
  const keys = new Set([...Object.keys(base), ...Object.keys(change)]);
  const below = (key: string) => overlay(base[key], change[key], path === '' ? key : `${path}.${key}`);
  return Object.fromEntries([...keys].map((key) => [key, below(key)]));
}

function valueAt(value: unknown, path: ReadonlyArray<PropertyKey>): unknown {
  return path.reduce<unknown>((at, key) => (isRecord(at) ? at[String(key)] : undefined), value);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
