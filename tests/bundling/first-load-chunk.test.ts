import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build, type Rollup } from 'vite';
import { expect, it, onTestFinished } from 'vitest';
import { firstLoadChunk } from '../../bundling/first-load-chunk';

/** Three pages' worth of an app. Out: its files as the browser gets them, by name, each with the modules that are in it. */
async function filesOf(app: Readonly<Record<string, string>>): Promise<ReadonlyMap<string, string>> {
  const root = mkdtempSync(path.join(tmpdir(), 'encore-bundling-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(app)) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), text);
  }
  const entries = ['app/root.tsx', 'app/routes/app/route.tsx', 'app/routes/app.one/route.tsx'];
  const built = (await build({
    root,
    configFile: false,
    logLevel: 'silent',
    plugins: [firstLoadChunk()],
    build: {
      write: false,
      minify: false,
      rollupOptions: {
        input: entries.map((name) => path.join(root, name)),
        external: /polaris/,
        preserveEntrySignatures: 'strict',
      },
    },
  })) as Rollup.RollupOutput;
  const chunks = built.output.filter((file) => file.type === 'chunk');
  return new Map(chunks.map(({ name, facadeModuleId, code }) => [facadeModuleId?.slice(root.length + 1) ?? name, code])); // prettier-ignore
}

const APP = {
  'app/root.tsx': "import { around } from '../app/around';\nexport const root = around;",
  'app/routes/app/route.tsx': "import { words } from '../../words';\nexport const layout = words;",
  'app/routes/app.one/route.tsx':
    "import { words } from '../../words';\nimport { own } from '../../own';\nexport const one = [words, own];",
  'app/around.ts': "export const around = ['what is around a page'];",
  'app/words.ts': "export const words = ['words of every page'];",
  'app/own.ts': "export const own = ['what one page needs'];",
};

it('what every page needs is in one file, what one page needs is not', async () => {
  const files = await filesOf(APP);
  expect([...files.keys()].sort()).toEqual([
    'app/root.tsx',
    'app/routes/app.one/route.tsx',
    'app/routes/app/route.tsx',
    'first-load',
  ]);
  expect(files.get('first-load')).toContain('what is around a page');
  expect(files.get('first-load')).toContain('words of every page');
  expect(files.get('first-load')).not.toContain('what one page needs');
});

it('a part of Polaris that only one page draws is not what every page needs, though both import from Polaris', async () => {
  const files = await filesOf({
    ...APP,
    'app/around.ts': "import { Page } from '@shopify/polaris';\nexport const around = [Page];",
    'app/own.ts':
      "import { Badge as Mark, type BadgeProps } from '@shopify/polaris';\nexport const own: Array<BadgeProps | typeof Mark> = [Mark];",
  });
  expect(files.get('first-load')).toMatch(/components\/Page\/Page\.js/);
  expect(files.get('first-load')).not.toMatch(/Badge/);
  expect(files.get('app/routes/app.one/route.tsx')).toMatch(/import \{ Badge\b.* \} from ".*Badge\.js"/);
});
