type PlantedLine = {
  readonly rule: string;
  readonly claim: string;
  /** An existing file: rules that need types look it up in the compiler's project. */
  readonly file: string;
  readonly fault: string;
  readonly twin: string;
};

const CORE = 'app/core/shared/money.ts';
const FLOW = 'app/flows/ports.ts';
const DATABASE = 'app/adapters/database/create-prisma.ts';
const TEST = 'tests/support/database.ts';

const syntax = (claim: string, file: string, fault: string, twin: string): PlantedLine => ({
  rule: 'no-restricted-syntax',
  claim,
  file,
  fault,
  twin,
});

const global = (name: string): PlantedLine => ({
  rule: 'no-restricted-globals',
  claim: `core reaches for ${name}`,
  file: CORE,
  fault: `export const found = ${name};`,
  twin: `export const take = (${name}: unknown) => ${name};`,
});

export const PLANTED: ReadonlyArray<PlantedLine> = [
  ...['process', 'fetch', 'setTimeout', 'console'].map(global),
  syntax(
    'core reads the clock',
    CORE,
    'export const at = Date.now();',
    'export const at = (now: number) => now;',
  ),
  syntax(
    'core makes a date of now',
    CORE,
    'export const at = new Date();',
    'export const at = (ms: number) => new Date(ms);',
  ),
  syntax(
    'core asks luxon for the time',
    CORE,
    "import { DateTime } from 'luxon'; export const at = DateTime.now();",
    "import { DateTime } from 'luxon'; export const at = (ms: number) => DateTime.fromMillis(ms);",
  ),
  syntax(
    'core throws dice',
    CORE,
    'export const dice = Math.random();',
    'export const dice = Math.max(1, 2);',
  ),
  syntax('core waits', CORE, 'export async function load() {}', 'export function load() {}'),
  syntax('an enum', FLOW, "export enum Arm { A = 'a' }", "export type Arm = 'a';"),
  syntax(
    'a barrel',
    FLOW,
    "export * from './records';",
    "import type { ShopRow } from './records'; export type Row = ShopRow;",
  ),
  syntax('a re-export', FLOW, "export { claim } from './records';", 'export const claim = 1;'),
  syntax('a default export', FLOW, 'export default 1;', 'export const one = 1;'),
  syntax(
    'a flow writes SQL',
    FLOW,
    'export const count = (db: { $queryRaw: () => void }) => db.$queryRaw();',
    'export const count = (db: { countOrders: () => void }) => db.countOrders();',
  ),
  syntax(
    'a flow opens the database',
    FLOW,
    "import { PrismaClient } from '@prisma/client'; export const db = new PrismaClient();",
    'export const db = new Map();',
  ),
  syntax(
    'a test replaces a module',
    TEST,
    "import { vi } from 'vitest'; vi.mock('pg');",
    "import { vi } from 'vitest'; vi.fn();",
  ),
  syntax(
    'a test focuses on itself',
    TEST,
    "import { it } from 'vitest'; it.only('x', () => {});",
    "import { it } from 'vitest'; it('x', () => {});",
  ),
  syntax(
    'a test is skipped',
    TEST,
    "import { it } from 'vitest'; it.skip('x', () => {});",
    "import { it } from 'vitest'; it.skipIf(process.platform === 'win32')('x', () => {});",
  ),
  syntax(
    'a group of browser tests is skipped',
    TEST,
    "import { test } from '@playwright/test'; test.describe.only('x', () => {});",
    "import { test } from '@playwright/test'; test.describe('x', () => {});",
  ),
  syntax(
    'a browser test sleeps',
    TEST,
    'export const rest = (page: { waitForTimeout: (ms: number) => void }) => page.waitForTimeout(9);',
    'export const rest = (page: { waitForURL: (url: string) => void }) => page.waitForURL("/");',
  ),
  {
    rule: '@typescript-eslint/no-explicit-any',
    claim: 'a type that says nothing',
    file: FLOW,
    fault: 'export const take = (value: any) => String(value);',
    twin: 'export const take = (value: unknown) => String(value);',
  },
  {
    rule: '@typescript-eslint/no-non-null-assertion',
    claim: 'a promise to the compiler that nobody keeps',
    file: FLOW,
    fault: 'export const first = (rows: string[]) => rows[0]!.length;',
    twin: 'export const first = (rows: string[]) => rows[0]?.length;',
  },
  {
    rule: '@typescript-eslint/no-floating-promises',
    claim: 'a promise nobody waits for',
    file: FLOW,
    fault: 'export function store(save: () => Promise<void>) { save(); }',
    twin: 'export async function store(save: () => Promise<void>) { await save(); }',
  },
  {
    rule: '@typescript-eslint/consistent-type-imports',
    claim: 'a type imported like a value',
    file: FLOW,
    fault: "import { Instant } from '#core/shared/time'; export type At = Instant;",
    twin: "import type { Instant } from '#core/shared/time'; export type At = Instant;",
  },
  {
    rule: 'no-restricted-imports',
    claim: 'a Polaris part that App Bridge draws',
    file: FLOW,
    fault: "import { Modal } from '@shopify/polaris'; export const part = Modal;",
    twin: "import { Card } from '@shopify/polaris'; export const part = Card;",
  },
  {
    rule: 'max-lines',
    claim: 'a file of 301 lines',
    file: FLOW,
    fault: 'export {};\n'.repeat(301),
    twin: 'export {};\n'.repeat(300),
  },
];

/** The very line that is a fault in a flow is in place in the database adapter. */
export const SQL_IN_PLACE = {
  file: DATABASE,
  text: 'export const count = (db: { $queryRaw: () => void }) => db.$queryRaw();',
};
