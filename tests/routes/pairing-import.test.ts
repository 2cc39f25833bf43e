import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ImportAnswer, ImportPreview } from '#flows/import-pairings';
import { loader as exportPairings } from '../../app/routes/app.pairings.export/route';
import { action as takeFile } from '../../app/routes/app.pairings.import_.file/route';
import { web } from '../../app/web.server';
import { adminRequest } from '../support/admin-request';
import { buildSeed, INSTALLED_AT } from '../support/build-seed';
import { freshDatabase } from '../support/database';
import { startEncore, type RunningEncore } from '../support/start-encore';
import { useEnvironment } from './use-environment';

const database = await freshDatabase();
let encore: RunningEncore;

beforeAll(async () => {
  encore = await startEncore({
    databaseUrl: database.url,
    seed: buildSeed({ customers: [], future: [] }),
    at: INSTALLED_AT,
  });
  useEnvironment(encore.env);
}, 60_000);
afterAll(async () => {
  await web().jobs.stop();
  await web().close();
  await encore.stop();
});

/** Sends a file as the page does. */
async function send(body: string, seen?: string): Promise<ImportPreview | ImportAnswer> {
  const path = `/app/pairings/import/file${seen === undefined ? '' : `?seen=${seen}`}`;
  const asked = adminRequest(encore, path, '');
  const request = new Request(asked, { body, headers: asked.headers });
  return (await (await takeFile({ request, params: {}, context: {} })).json()) as ImportPreview;
}
const overrides = () => encore.tools.store.allOverrides(encore.shopId);
async function exported(): Promise<string> {
  const answer = await exportPairings({
    request: adminRequest(encore, '/app/pairings/export'),
    params: {},
    context: {},
  });
  return Buffer.from(await answer.arrayBuffer()).toString();
}

it('the file of a shop that has decided nothing changes nothing', async () => {
  const file = await exported();
  const lines = file.trim().split('\r\n').length - 1;
  expect(lines).toBeGreaterThan(0);
  expect(await send(file)).toMatchObject({ kind: 'readable', fresh: 0, unchanged: 0, wordless: lines });
});

it('a decision that is written into the exported file is previewed, imported under the name of who did it, and exported again', async () => {
  const file = await exported();
  const [heading = '', first = '', ...rest] = file.split('\r\n');
  expect(heading.endsWith(',own_use,starts_at,ends_at,note')).toBe(true);
  const decided = [heading, first.replace(/,,,,$/, ',blocked,,,sold out soon'), ...rest].join('\r\n');
  const preview = await send(decided);
  expect(preview).toMatchObject({ kind: 'readable', fresh: 1, changed: 0 });
  expect(await overrides()).toEqual([]);

  const seen = preview.kind === 'readable' ? preview.fingerprint : '';
  expect(await send(decided, seen)).toMatchObject({ kind: 'imported', fresh: 1 });
  const [override] = await overrides();
  expect(override).toMatchObject({ use: 'blocked', note: 'sold out soon', savedAt: INSTALLED_AT });
  expect(override?.savedBy).not.toBe('');
  const again = await exported();
  expect(again).toContain(',blocked,,,sold out soon');
  expect(await send(again)).toMatchObject({ kind: 'readable', fresh: 0, changed: 0, unchanged: 1 });
});

it('a file with a fault is told of, with or without a confirmation, and nothing is written', async () => {
  const before = await overrides();
  const file = 'table;bought_id;recommended_id;use\r\nsame_order;1;2;pinned\r\nsame_order;1;999;pinned';
  const told = {
    kind: 'faulty',
    faultCount: 1,
    faults: [{ line: 3, column: 'recommended_id', value: '999' }],
  };
  expect(await send(file)).toMatchObject(told);
  expect(await send(file, 'x')).toMatchObject(told);
  expect(await overrides()).toEqual(before);
});

it('nobody imports without a session', async () => {
  const request = new Request(`${encore.env['SHOPIFY_APP_URL']}/app/pairings/import/file`, {
    method: 'POST',
    body: 'table,bought_id,recommended_id,use\nsame_order,1,2,pinned',
  });
  const before = await overrides();
  await expect(takeFile({ request, params: {}, context: {} })).rejects.toBeInstanceOf(Response);
  expect(await overrides()).toEqual(before);
});
