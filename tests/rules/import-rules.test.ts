import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { FAULTS, TWINS } from './planted-imports';

const PACKAGES = [
  'luxon',
  'react',
  'zod',
  'pg',
  'pg-boss',
  'nodemailer',
  'pino',
  'vite',
  '@prisma/client',
  '@sendgrid/mail',
];
const MORE_PACKAGES = ['@shopify/shopify-api', '@shopify/polaris', '@react-email/text'];

type Violation = { readonly rule: string; readonly file: string };

const fixtures: string[] = [];
afterAll(() => fixtures.forEach((folder) => rmSync(folder, { recursive: true })));

describe('an import that breaks a rule is caught', () => {
  const found = cruise(FAULTS.map(({ files }) => files));

  it.each(FAULTS)('$rule: $claim', ({ rule, at }) => {
    expect(found).toContainEqual({ rule, file: at });
  });

  it('every rule has a planted fault', () => {
    const { forbidden } = createRequire(import.meta.url)(path.resolve('.dependency-cruiser.cjs')) as {
      forbidden: ReadonlyArray<{ name: string }>;
    };
    expect(forbidden.map(({ name }) => name).sort()).toEqual(
      [...new Set(FAULTS.map(({ rule }) => rule))].sort(),
    );
  });
});

it('the imports that the architecture wants break no rule', () => {
  expect(cruise(TWINS)).toEqual([]);
});

/** Runs the project's own configuration over a little project made of the given files. */
function cruise(sets: ReadonlyArray<Readonly<Record<string, string>>>): ReadonlyArray<Violation> {
  const folder = mkdtempSync(path.join(tmpdir(), 'encore-imports-'));
  fixtures.push(folder);
  const write = (file: string, text: string) => {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  };
  const dependencies: Record<string, string> = {};
  for (const name of [...PACKAGES, ...MORE_PACKAGES]) {
    dependencies[name] = '1.0.0';
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'main.js' }));
    write(`node_modules/${name}/main.js`, 'module.exports = {};');
  }
  const { vite, ...shipped } = dependencies;
  write(
    'package.json',
    JSON.stringify({
      imports: { '#core/*': './app/core/*.ts' },
      dependencies: shipped,
      devDependencies: { vite },
    }),
  );
  write(
    'tsconfig.json',
    JSON.stringify({ compilerOptions: { module: 'ESNext', moduleResolution: 'Bundler' } }),
  );
  for (const files of sets) for (const [file, text] of Object.entries(files)) write(file, text);

  const program = path.resolve('node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const config = path.resolve('.dependency-cruiser.cjs');
  const { stdout } = spawnSync(
    process.execPath,
    [program, 'app', 'dev-store', 'extensions', '--config', config, '--output-type', 'json'],
    {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 ** 2,
    },
  );
  const { summary } = JSON.parse(stdout) as {
    summary: { violations: ReadonlyArray<{ from: string; rule: { name: string } }> };
  };
  return summary.violations.map(({ from, rule }) => ({ rule: rule.name, file: from }));
}
