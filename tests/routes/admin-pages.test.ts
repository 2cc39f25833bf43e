import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { action as actOnPairings, loader as loadPairings } from '../../app/routes/app.pairings._index/route';
import { action as actOnSequence } from '../../app/routes/app.sequences/route';
import { action as actOnSending, loader as loadSending } from '../../app/routes/app.settings_.sending/route';
import { web } from '../../app/web.server';
import { adminRequest } from '../support/admin-request';
import { buildSeed, INSTALLED_AT } from '../support/build-seed';
import { freshDatabase } from '../support/database';
import { queryDatabase } from '../support/query-database';
import { createEventSigner } from '../support/sendgrid-events';
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

const asked = (path: string, body?: unknown) => ({
  request: adminRequest(encore, path, body),
  params: {},
  context: {},
});
const facts = () => queryDatabase(database.url, 'SELECT fact FROM "SetupFact"');

describe('that the pairings were looked at', () => {
  it('is not kept by loading the page', async () => {
    const { isReviewed, list } = await loadPairings(asked('/app/pairings'));
    expect([isReviewed, list.total > 0]).toEqual([false, true]);
    expect(await facts()).toEqual([]);
  });

  it('is not kept by a page that shows none', async () => {
    await actOnPairings(asked('/app/pairings?index&q=nothing-has-this-name', { intent: 'seen' }));
    expect(await facts()).toEqual([]);
  });

  it('is kept when the drawn page says so, and told from then on', async () => {
    expect(await actOnPairings(asked('/app/pairings?index', { intent: 'seen' }))).toEqual({ kind: 'noted' });
    expect(await facts()).toEqual([{ fact: 'pairings_reviewed' }]);
    expect((await loadPairings(asked('/app/pairings'))).isReviewed).toBe(true);
  });

  it('and everything else that the page asks for goes on as before', async () => {
    expect(await actOnPairings(asked('/app/pairings?index', { intent: 'refresh' }))).toEqual({
      kind: 'refreshing',
    });
    await expect(actOnPairings(asked('/app/pairings?index', { intent: 'other' }))).rejects.toMatchObject({
      status: 400,
    });
  });
});

describe('the page about sending', () => {
  const values = {
    kind: 'sendgrid',
    senderName: null,
    senderAddress: 'hello@shop.test',
    newKey: 'SG.abcdefghij.klmnop-1234',
  };
  const save = (newEventKey: string | null, baseVersion = 0) =>
    actOnSending(
      asked('/app/settings/sending', {
        intent: 'save_settings',
        baseVersion,
        values: { ...values, newEventKey },
      }),
    );

  it('gives the address to paste before anything is saved', async () => {
    const { events } = await loadSending(asked('/app/settings/sending'));
    expect(events).toEqual({
      address: expect.stringMatching(new RegExp(`^${encore.env['SHOPIFY_APP_URL']}/webhooks/sendgrid/k1\\.`)),
      keyEnd: null,
      seenAt: null,
    });
  });

  it('refuses an own account without the key of its events', async () => {
    expect(await save(null)).toMatchObject({
      faults: [{ path: 'newEventKey', problem: 'event_key_missing' }],
    });
  });

  it('takes the key, with the lines that some programs put around it, and never shows it again', async () => {
    const { publicKey } = createEventSigner();
    const framed = `-----BEGIN PUBLIC KEY-----\n${publicKey.slice(0, 64)}\n${publicKey.slice(64)}\n-----END PUBLIC KEY-----`;
    expect(await save(framed)).toEqual({ kind: 'saved', version: 1 });
    const loaded = await loadSending(asked('/app/settings/sending'));
    expect(loaded.events.keyEnd).toBe(publicKey.replace(/=+$/, '').slice(-4));
    expect(JSON.stringify(loaded)).not.toContain(publicKey.slice(0, 60));
    expect((await encore.tools.store.sendingAccount(encore.shopId))?.eventKey).toBe(publicKey);
  });
});

it('the page of the sequence refuses an email that leads nowhere, at its blocks', async () => {
  const { version: baseVersion } = await encore.tools.store.newestSettings(encore.shopId);
  const save = (blocks: ReadonlyArray<string>) =>
    actOnSequence(
      asked('/app/sequences', {
        intent: 'save_settings',
        baseVersion,
        values: { 'messages.one.blocks': blocks },
      }),
    );
  expect(await save(['headline', 'text'])).toMatchObject({
    kind: 'refused',
    faults: [{ path: 'messages.one.blocks', problem: expect.stringContaining('leads to the offer') }],
  });
  expect(await save(['headline', 'text', 'button'])).toMatchObject({ kind: 'saved' });
});
