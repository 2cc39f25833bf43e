import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import golden from '../golden/lift.json';
import { expectAllWithin } from '../golden/close-to';
import { readCustomers } from '../../batch/read-customers';

const run = promisify(execFile);
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'encore-lift-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** The golden customers under the names of the columns that the batch asks for. */
async function customers3000(): Promise<string> {
  const text = await readFile(new URL('../golden/customers_3000.csv', import.meta.url), 'utf8');
  const file = join(folder, 'customers.csv');
  const header = text
    .slice(0, text.indexOf('\n'))
    .replace('pre_revenue_cents', 'pre_revenue_minor')
    .replace('revenue_cents', 'revenue_minor');
  await writeFile(file, `${header}${text.slice(text.indexOf('\n')).replaceAll(',control,', ',holdout,')}`);
  return file;
}

async function lift(
  ...options: ReadonlyArray<string>
): Promise<{ out: string; error: string; code: number }> {
  const root = new URL('../..', import.meta.url);
  return run(process.execPath, ['--import', 'tsx', 'batch/lift.ts', ...options], { cwd: root }).then(
    ({ stdout, stderr }) => ({ out: stdout, error: stderr, code: 0 }),
    (failed: { stdout: string; stderr: string; code: number }) => ({
      out: failed.stdout,
      error: failed.stderr,
      code: failed.code,
    }),
  );
}

async function given(text: string): Promise<string> {
  const file = join(folder, 'given.csv');
  await writeFile(file, text);
  return file;
}

const HEADER = 'arm,orders,revenue_minor\n';

it('a file of customers gives the figures that R and gbstats compute of it', async () => {
  const { out, error } = await lift('--customers', await customers3000());
  expect(error).toBe('');
  const told = JSON.parse(out);
  const { welch_rpc_customers_3000: welch, aov_delta_customers_3000: aov } = golden.vectors;
  const { repeat_rate_3000: repeat, 'winsor_rpc_p0.99': winsorised } = golden.vectors;
  expect(told.holdout).toEqual({ customers: 441, buyers: 86, orders: 135, revenue_minor: 2_141_490 });
  expect(told.treatment).toEqual({ customers: 2559, buyers: 620, orders: 946, revenue_minor: 6_809_582 });
  expectAllWithin(
    [
      told.rpc.difference_minor / 100,
      told.rpc.standard_error_minor / 100,
      told.rpc.degrees_of_freedom,
      told.rpc.p_value,
      ...told.rpc.interval_minor.map((minor: number) => minor / 100),
      told.aov.holdout_minor / 100,
      told.aov.treatment_minor / 100,
      told.aov.relative_lift,
      ...told.aov.relative_interval,
      told.aov.fieller_g,
      told.repeat.difference,
      ...told.repeat.interval,
      told.repeat.p_value,
      told.winsorised.cap_minor,
      told.winsorised.difference_minor / 100,
      told.sample_ratio.p_value,
    ],
    [
      welch.expected.diff,
      welch.expected.se,
      welch.expected.df,
      welch.expected.p_two_sided,
      welch.expected.ci95_lo,
      welch.expected.ci95_hi,
      aov.expected.control.R,
      aov.expected.treatment.R,
      aov.expected.rel_lift,
      ...aov.expected.ci95_rel_from_log,
      aov.expected.fieller_g,
      repeat.expected.diff,
      ...repeat.expected.newcombe_ci95,
      repeat.expected.p_pooled,
      winsorised.expected.cap_cents,
      winsorised.expected.diff,
      golden.vectors.srm_1.expected.p,
    ],
    1e-9,
  );
  expect(told.aov.determined).toBe(false); // the whale: g is above 1
  expect(told.sample_ratio.method).toBe('chi_square');
  expect(told.verdict).toBe('too_early'); // 86 buyers were held out
  expect(told.permutation.p_value).toBeGreaterThan(0);
});

it('a planted lift is one, the same customers without it are not, and a broken split is told before either', async () => {
  const rows = (arm: string, count: number, minor: number) =>
    Array.from({ length: count }, (_, n) => `${arm},${n % 2},${(n % 2) * (minor + (n % 9) * 100)}`).join(
      '\n',
    );
  const file = async (heldOut: number, minor: number) =>
    given(`${HEADER}${rows('holdout', heldOut, 5000)}\n${rows('treatment', 1700, minor)}\n`);
  const verdict = async (path: string, ...options: ReadonlyArray<string>) =>
    JSON.parse((await lift('--customers', path, ...options)).out).verdict;
  expect(await verdict(await file(300, 9000))).toBe('lift');
  expect(await verdict(await file(300, 5000))).toBe('no_effect_visible');
  expect(await verdict(await file(300, 2000))).toBe('harm');
  expect(await verdict(await file(500, 9000))).toBe('sample_ratio_mismatch');
  expect(await verdict(await file(500, 9000), '--weights', '500,1700')).toBe('lift');
});

it('a smaller alpha gives wider intervals and the same difference', async () => {
  const path = await customers3000();
  const told = async (alpha: string) => JSON.parse((await lift('--customers', path, '--alpha', alpha)).out);
  const [usual, strict] = [await told('0.05'), await told('0.01')];
  expect(strict.rpc.difference_minor).toBe(usual.rpc.difference_minor);
  for (const [wide, narrow] of [
    [strict.rpc.interval_minor, usual.rpc.interval_minor],
    [strict.rpc.relative_interval, usual.rpc.relative_interval],
    [strict.aov.relative_interval, usual.aov.relative_interval],
    [strict.repeat.interval, usual.repeat.interval],
    [strict.sequential.interval_minor, usual.sequential.interval_minor],
  ]) {
    expect(wide[0]).toBeLessThan(narrow[0]);
    expect(wide[1]).toBeGreaterThan(narrow[1]);
  }
});

it('with nobody the figures are unknown, and not zero', async () => {
  const told = JSON.parse((await lift('--customers', await given(HEADER))).out);
  expect(told.holdout.customers).toBe(0);
  expect([told.rpc.difference_minor, told.aov.relative_lift, told.repeat.p_value, told.permutation]).toEqual([
    null,
    null,
    null,
    null,
  ]);
  expect(told.verdict).toBe('too_early');
  const free = await given(`${HEADER}holdout,1,0\nholdout,1,0\ntreatment,1,0\ntreatment,1,0\n`);
  expect(JSON.parse((await lift('--customers', free)).out).permutation).toBeNull();
});

describe('a bad file is told by its line, what it holds and what to write', () => {
  it.each([
    ['holdout,1\n', /line 2: .*columns of the first line/],
    ['control,1,100\n', /line 2: arm "control" is none; write holdout or treatment/],
    ['holdout,1,100\ntreatment,-1,100\n', /line 3: orders "-1" is not it; give a whole number/],
    ['holdout,1.5,100\n', /line 2: orders "1.5"/],
    ['holdout,1,49.99\n', /line 2: revenue_minor "49.99" is not it; give revenue in whole minor units/],
    ['holdout,1,1e3\n', /revenue_minor "1e3"/],
    ['holdout,1,\n', /revenue_minor \(empty\)/],
    ['holdout,1,99999999999999999999\n', /revenue_minor 99999999999999999999 is too large/],
    ['holdout,100000000001,1\n', /orders 100000000001 is too large/],
    ['holdout,0,100\n', /line 2: revenue_minor 100 without an order/],
    ['"holdout,1,100\n', /close every quote/],
  ])('%j', async (rows, message) => {
    await expect(readCustomers(await given(HEADER + rows))).rejects.toThrow(message);
  });

  it.each([
    ['arm,orders\nholdout,1\n', /line 1: column revenue_minor is missing/],
    ['arm;orders;revenue_minor\n', /is missing in "arm;orders;revenue_minor".*separated by commas/],
    ['arm,orders,revenue_minor,arm\n', /column arm is there twice/],
    ['', /no first line/],
  ])('%j', async (text, message) => {
    await expect(readCustomers(await given(text))).rejects.toThrow(message);
  });

  it('and ends the command with 1 and nothing on its output', async () => {
    const told = await lift('--customers', await given(`${HEADER}nobody,1,1\n`));
    expect([told.out, told.code]).toEqual(['', 1]);
    expect(told.error).toMatch(/line 2: arm "nobody"/);
    for (const [path, fault] of [
      [join(folder, 'none.csv'), /none.csv cannot be read \(ENOENT.*; give a CSV file/],
      [folder, /cannot be read \(EISDIR.*; give a CSV file/],
    ] as const) {
      const unread = await lift('--customers', path);
      expect(unread.error).toMatch(fault);
      expect([unread.code, unread.error.split('\n')]).toEqual([1, [expect.anything(), '']]); // a message, no stack
    }
    expect((await lift()).error).toMatch(/--customers is missing/);
  });
});

it('a byte order mark, Windows line ends, quotes, blanks and other columns do no harm', async () => {
  const path = await given(
    '\uFEFFid,arm,orders,revenue_minor\r\n7,"holdout", 2 ,100\r\n\r\n8,treatment,0,0\r\n',
  );
  expect(await readCustomers(path)).toEqual({ holdout: [{ y: 100, x: 2 }], treatment: [{ y: 0, x: 0 }] });
});

it.each([
  [['--alpha', '0'], /--alpha 0 is not positive/],
  [['--alpha', '1.5'], /--alpha 1.5 is not below 1/],
  [['--planned', 'many'], /--planned many is not positive/],
  [['--weights', '15'], /--weights 15 are not two/],
  [['--planned', '0.5'], /--planned 0.5 is below one customer/],
  [['--alpha', '1e-300'], /--alpha 1e-300 is too small/],
  [['--weights', '1e17,1'], /--weights 1e17,1 leave one group nobody/],
  [['--weights', '0,100'], /--weights 0 is not positive/],
])('%j is refused', async (options, message) => {
  expect((await lift('--customers', await given(HEADER), ...options)).error).toMatch(message);
});
