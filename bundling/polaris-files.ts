import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** App Bridge draws modals in the admin (see the lint rules); Polaris' tabs bring its own for views that one could name. */
export const POLARIS_MODAL = /\/@shopify\/polaris\/build\/esm\/.*\/(\w*Modal)\.js$/;

/** Each statement that imports from Polaris by name, with the names in brackets. */
export const POLARIS_IMPORT = /^import (?!type\b)([^;]*?) from '@shopify\/polaris';/gm;

const POLARIS = path.resolve('node_modules/@shopify/polaris/build/esm');

/**
 * The text of every file that can put something of Polaris on a screen: the app's own, and the files of Polaris that
 * those reach through their imports. Throws for an import that it cannot follow.
 */
export function readPolarisFiles(): ReadonlyArray<string> {
  const screens = globSync('app/**/*.{ts,tsx}').map((file) => readFileSync(file, 'utf8'));
  const fileOf = filesByName();
  const reached = new Map<string, string>();
  const reach = (file: string) => {
    if (reached.has(file) || POLARIS_MODAL.test(file)) return;
    const text = readFileSync(file, 'utf8');
    reached.set(file, text);
    for (const [, to = ''] of text.matchAll(/\bfrom '(\.[^']+)'/g)) reach(path.resolve(file, '..', to));
  };
  for (const name of new Set(screens.flatMap(namesFromPolaris))) {
    const file = fileOf.get(name);
    if (file === undefined) throw new Error(`@shopify/polaris exports no ${name}`);
    reach(file);
  }
  return [...screens, ...reached.values()];
}

/** The file of Polaris that each of its exports stands in. */
export function filesByName(): ReadonlyMap<string, string> {
  const index = readFileSync(path.join(POLARIS, 'index.js'), 'utf8');
  return new Map(
    [...index.matchAll(/^export \{ (.+?) \} from '(.+?)';$/gm)].flatMap(([, names = '', file = '']) =>
      names.split(', ').map((name) => [name.split(' as ').at(-1) ?? name, path.join(POLARIS, file)] as const),
    ),
  );
}

function namesFromPolaris(text: string): ReadonlyArray<string> {
  return [...text.matchAll(POLARIS_IMPORT)].flatMap(([, what = '']) =>
    importedFromPolaris(what).map((name) => name.split(' as ')[0] ?? ''),
  );
}

/** In: what one statement imports from Polaris. Out: its values, as "name" or "name as other". Throws for other than names. */
export function importedFromPolaris(what: string): ReadonlyArray<string> {
  const names = /^\{(.*)\}$/s.exec(what)?.[1];
  if (names === undefined) throw new Error(`import by name from @shopify/polaris, not ${what}`);
  return names
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && !name.startsWith('type '));
}
