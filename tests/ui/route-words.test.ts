import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const ROUTES = 'app/routes';
const IMPORT = /^import (?!type\b)[^;]*?from '([^']+)';/gms;

/** The file that an import of ours means; null for a library's, and for what never reaches a browser. */
function fileOf(specifier: string, from: string): string | null {
  if (specifier.includes('.server')) return null;
  const base = specifier.startsWith('#ui/')
    ? `app/ui/${specifier.slice('#ui/'.length)}`
    : specifier.startsWith('.')
      ? join(dirname(from), specifier)
      : null;
  return base === null ? null : ([`${base}.tsx`, `${base}.ts`].find((file) => existsSync(file)) ?? null);
}

/** All files that a screen is made of. */
function filesOf(file: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(resolve(file))) return seen;
  seen.add(resolve(file));
  for (const [, specifier = ''] of readFileSync(file, 'utf8').matchAll(IMPORT)) {
    const next = fileOf(specifier, file);
    if (next !== null) filesOf(next, seen);
  }
  return seen;
}

const namedIn = (file: string): ReadonlyArray<string> =>
  [...readFileSync(file, 'utf8').matchAll(/useTranslations\('(\w+)/g)].map(([, first = '']) => first);

const screens = readdirSync(ROUTES)
  .filter((name) => name.startsWith('app.'))
  .map((name) => join(ROUTES, name, 'route.tsx'))
  .filter((file) => existsSync(file) && /export default/.test(readFileSync(file, 'utf8')));

it('there are screens to look at', () => {
  expect(screens.length).toBeGreaterThan(12);
});

// The layout brings the words that all share.
it.each(screens)('%s brings the words of its screen, and no others', (file) => {
  const used = new Set([...filesOf(file)].flatMap(namedIn).filter((name) => name !== 'shell'));
  const [, brought = ''] =
    /export const handle = \{ words: \{([^}]*)\} \}/.exec(readFileSync(file, 'utf8')) ?? [];
  const names = brought.split(',').flatMap((name) => (name.trim() === '' ? [] : [name.trim()]));
  expect(names.sort()).toEqual([...used].sort());
});
