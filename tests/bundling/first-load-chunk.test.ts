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
  const entries = [
    'entry.client.tsx',
    'app/root.tsx',
    'app/routes/app/route.tsx',
    'app/routes/app.one/route.tsx',
  ];
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
  'entry.client.tsx': "import { start } from './app/start';\nexport const entry = start;",
  // Two files that need each other.
  'app/start.ts':
    "import { again } from './again';\nexport const start = ['how a page starts', () => again];",
  'app/again.ts': "import { start } from './start';\nexport const again = () => start;",
  'app/root.tsx': "import { around } from '../app/around';\nexport const root = around;",
  'app/routes/app/route.tsx': "import { words } from '../../words';\nexport const layout = words;",
  'app/routes/app.one/route.tsx':
    "import { words } from '../../words';\nimport { own } from '../../own';\nexport const one = [words, own];",
  'app/around.ts': "export const around = ['what is around a page'];",
  'app/words.ts': "export const words = ['words of every page'];",
  'app/own.ts': "export const own = ['what one page needs'];",
};

it('what every page needs is in one file, what the admin needs besides in another, what one page needs in none', async () => {
  const files = await filesOf(APP);
  expect([...files.keys()].sort()).toEqual([
    'admin-page',
    'app/root.tsx',
    'app/routes/app.one/route.tsx',
    'app/routes/app/route.tsx',
    'entry.client.tsx',
    'every-page',
  ]);
  expect(files.get('every-page')).toContain('how a page starts');
  expect(files.get('every-page')).toContain('what is around a page');
  expect(files.get('every-page')).not.toMatch(/words of every page|what one page needs/);
  expect(files.get('admin-page')).toContain('words of every page');
  expect(files.get('admin-page')).not.toContain('what one page needs');
});

it('a part of Polaris that only one page draws is not what every page needs, though both import from Polaris', async () => {
  const files = await filesOf({
    ...APP,
    'app/around.ts': "import { Page } from '@shopify/polaris';\nexport const around = [Page];",
    'app/own.ts':
      "import { Badge as Mark, type BadgeProps } from '@shopify/polaris';\nexport const own: Array<BadgeProps | typeof Mark> = [Mark];",
  });
  expect(files.get('every-page')).toMatch(/components\/Page\/Page\.js/);
  expect(files.get('every-page')).not.toMatch(/Badge/);
  expect(files.get('app/routes/app.one/route.tsx')).toMatch(/import \{ Badge\b.* \} from ".*Badge\.js"/);
});
