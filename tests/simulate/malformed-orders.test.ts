import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'encore-malformed-'));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('malformed orders are told with file, line, value and remedy, exit 1, and nothing is left half-written', () => {
  writeFileSync(
    join(folder, 'orders.csv'),
    'order_id,customer_id,created_at,currency,kind,country\n1,7,2011-01-01T10:00:00,GBP,sale,\n',
  );
  writeFileSync(
    join(folder, 'line_items.csv'),
    'order_id,line_no,product_id,title,quantity,unit_price\n1,1,A,Tin,two,1.50\n',
  );
  const args = ['--import', 'tsx', 'simulate/main.ts', '--orders', folder, '--out', join(folder, 'out')];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  expect(status).toBe(1);
  expect(stdout).toBe('');
  expect(stderr).toContain('line_items.csv line 2, quantity: "two" -> write a whole number such as 2');
  expect(readdirSync(folder).sort()).toEqual(['line_items.csv', 'orders.csv']);
}, 60_000);

it('settings that are out of range are told by name and value before anything starts', () => {
  const settings = join(tmpdir(), `encore-settings-${process.pid}.json`);
  writeFileSync(settings, '{ "holdoutPercent": 50 }');
  const args = [
    '--import',
    'tsx',
    'simulate/main.ts',
    '--store',
    'demo',
    '--settings',
    settings,
    '--out',
    join(tmpdir(), 'never'),
  ];
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  rmSync(settings);
  expect(status).toBe(1);
  expect(stderr).toContain('holdoutPercent = 50: must be from 10 to 20');
}, 60_000);

it('a database that nobody answers for ends it, with what had been started beside it', () => {
  const args = ['--import', 'tsx', 'simulate/main.ts', '--store', 'demo', '--out', join(folder, 'out')];
  const env = { ...process.env, DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/nothing' };
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', env, timeout: 50_000 });
  expect(status).toBe(1);
  expect(stderr).toContain('ECONNREFUSED 127.0.0.1:1');
}, 60_000);
