import type { Settings } from './settings';

/** One setting by its path, as "touches.two.day". Lists and records without fixed names are one value each. */
export type SettingChange = { readonly path: string; readonly before: unknown; readonly after: unknown };

/**
 * Whether a setting is changed as a whole: a record whose keys are data and not names of settings, or a range, whose
 * ends make sense together only. In: its path.
 */
export function isChangedAsAWhole(path: string): boolean {
  return path === 'productTypes' || path.startsWith('benchmarks.');
}

/**
 * What differs between two versions of the settings.
 * In: two whole settings. Out: the changed paths in alphabetical order, each with both values.
 */
export function diffSettings(before: Settings, after: Settings): ReadonlyArray<SettingChange> {
  const old = leavesOf(before);
  const fresh = leavesOf(after);
  const paths = [...new Set([...old.keys(), ...fresh.keys()])].sort();
  return paths
    .filter((path) => JSON.stringify(old.get(path)) !== JSON.stringify(fresh.get(path)))
    .map((path) => ({ path, before: old.get(path) ?? null, after: fresh.get(path) ?? null }));
}

/**
 * The nested object that names just these settings, as the settings parser takes it.
 * In: values by path. Out: an object of objects. Paths that share a beginning share an object.
 */
export function nestChanges(values: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const nested: Record<string, unknown> = {};
  for (const [path, value] of Object.entries(values)) {
    const names = path.split('.');
    const last = names.pop() ?? path;
    let at = nested;
    for (const name of names) {
      const next = at[name];
      at = isRecord(next) ? next : (at[name] = {} as Record<string, unknown>);
    }
    at[last] = value;
  }
  return nested;
}

/**
 * The values of some of the settings as a form holds them.
 * In: settings or a part of them. Out: values by path.
 */
export function settingValues(settings: Partial<Settings>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(leavesOf(settings));
}

function leavesOf(settings: Partial<Settings>): ReadonlyMap<string, unknown> {
  const leaves = new Map<string, unknown>();
  const walk = (value: unknown, path: string) => {
    if (!isRecord(value) || isChangedAsAWhole(path)) leaves.set(path, value);
    else
      for (const [name, inner] of Object.entries(value)) walk(inner, path === '' ? name : `${path}.${name}`);
  };
  walk(settings, '');
  return leaves;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
