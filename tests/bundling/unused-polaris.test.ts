import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { expect, it } from 'vitest';
import { readPolarisFiles } from '../../bundling/polaris-files';
import { withoutUnusedPolaris } from '../../bundling/unused-polaris';

type Transform = (code: string, id: string) => { readonly code: string } | null;

const plugin = withoutUnusedPolaris();
const used = readPolarisFiles().join('\n');
const polaris = path.resolve('node_modules/@shopify/polaris');
const tokens = createRequire(`${polaris}/package.json`)
  .resolve('@shopify/polaris-tokens')
  .replace('cjs/build/index.js', 'esm/build/index.mjs');

function transformed(file: string): string {
  const result = (plugin.transform as Transform)(readFileSync(file, 'utf8'), file);
  if (result === null) throw new Error(`${file} is left as it is`);
  return result.code;
}

it('every word that a used file of Polaris asks for is there; those of the date picker are not', () => {
  const { Polaris: words } = JSON.parse(transformed(`${polaris}/locales/en.json`)) as {
    readonly Polaris: object;
  };
  for (const [, name] of used.matchAll(/['"`]Polaris\.(\w+)\./g)) expect(words).toHaveProperty(name ?? '');
  expect(words).not.toHaveProperty('DatePicker');
});

it('every figure of the theme that a used file of Polaris reads is there; its colours are in the style sheet', () => {
  const [, literal = ''] = /^var themes = (.*);$/m.exec(transformed(tokens)) ?? [];
  const { light } = JSON.parse(literal) as { readonly light: Readonly<Record<string, object>> };
  const read = [...used.matchAll(/\btheme(?:Default)?\.(\w+)\['([\w-]+)'\]/g)];
  expect(read.length).toBeGreaterThan(3);
  for (const [, group = '', name = ''] of read) expect(light[group]).toHaveProperty([name]);
  expect(light['breakpoints']).toHaveProperty(['breakpoints-md']); // read as a whole
  expect(light).not.toHaveProperty('color');
});

it('a modal of Polaris says that it is none, should anything draw it', () => {
  const load = plugin.load as (id: string) => string | null;
  expect(load(`${polaris}/build/esm/components/Modal/Modal.js`)).toContain('throw');
  expect(load(`${polaris}/build/esm/components/Page/Page.js`)).toBeNull();
});
