import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { MINUTE_MS } from '#core/shared/time';
import { action, loader } from '../../app/routes/app.settings/route';
import { action as exportCustomer } from '../../app/routes/app.settings_.customer-data/route';
import { loader as loadSequences } from '../../app/routes/app.sequences/route';
import { loader as loadHomePage } from '../../app/routes/app._index/route';
import { web } from '../../app/web.server';
import { issueSessionToken } from '../../dev-store/oauth/session-token';
import { customersOf } from '../support/build-customers';
import { buildSeed, buildStoreOrder, INSTALLED_AT } from '../support/build-seed';
import { freshDatabase } from '../support/database';
import { startEncore, type RunningEncore } from '../support/start-encore';
import { useEnvironment } from './use-environment';

const database = await freshDatabase();
const [ada] = customersOf('treatment', 1);
if (!ada) throw new Error('one customer was wanted');
const BROWSER =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';
const orderAt = INSTALLED_AT + 60 * MINUTE_MS;
let encore: RunningEncore;

beforeAll(async () => {
  const order = buildStoreOrder('3001', ada, orderAt, ['1']);
  const future = [{ at: order.createdAt, kind: 'order_paid' as const, order }];
  const seed = buildSeed({ customers: [ada], future });
  encore = await startEncore({ databaseUrl: database.url, seed, at: INSTALLED_AT });
  await encore.moveTo(orderAt + 30 * MINUTE_MS);
  useEnvironment(encore.env);
}, 60_000);
afterAll(async () => {
  await web().jobs.stop();
  await web().close();
  await encore.stop();
});

/** A request out of the admin, with the session token of a member of staff. */
function fromAdmin(body?: string | URLSearchParams): Request {
  const token = issueSessionToken(encore.devStore.store.app, encore.shopId, Date.now());
  return new Request(`${encore.env['SHOPIFY_APP_URL']}/app/settings`, {
    headers: { authorization: `Bearer ${token}`, 'user-agent': BROWSER },
    ...(body !== undefined && { method: 'POST', body }),
  });
}
const args = (request: Request) => ({ request, params: {}, context: {} });
const ask = (body: object) => action(args(fromAdmin(JSON.stringify(body))));
const exported = (whom: string) => exportCustomer(args(fromAdmin(new URLSearchParams({ whom }))));

/** What went wrong, as the status of the response that was thrown. */
const statusOf = (answer: Promise<unknown>) =>
  answer.then(
    () => 200,
    (thrown: unknown) => (thrown instanceof Response ? thrown.status : String(thrown)),
  );

describe('the data of a customer', () => {
  const file = z.object({
    shop: z.string(),
    exportedAt: z.string(),
    note: z.string(),
    data: z.object({ orders: z.array(z.unknown()), outboxEmails: z.array(z.object({ to: z.string() })) }),
  });

  it('comes as a file that nothing on the way keeps', async () => {
    const answer = await exported(ada.email ?? '');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('Content-Disposition')).toBe('attachment; filename="customer-data.json"');
    expect(answer.headers.get('Cache-Control')).toBe('no-store');
    const { shop, data } = file.parse(await answer.json());
    expect(shop).toBe(encore.shopId);
    expect(data.orders).toHaveLength(1);
    expect(data.outboxEmails).toMatchObject([{ to: ada.email }]);
  });

  it('is not there for a stranger, and is refused for what names nobody', async () => {
    expect((await exported('nobody@example.test')).status).toBe(404);
    expect((await exported('Ada')).status).toBe(422);
    expect(await statusOf(exported('a'.repeat(400)))).toBe(400);
  });

  it('is given to nobody without a session', async () => {
    const request = fromAdmin(new URLSearchParams({ whom: ada.email ?? '' }));
    request.headers.delete('authorization');
    expect(await statusOf(exportCustomer(args(request)))).not.toBe(200);
  });
});

describe('what the page of settings asks', () => {
  it('the guide that was dismissed is shown again', async () => {
    const { store } = encore.tools;
    await store.noteSetupFact(encore.shopId, 'guide_dismissed', orderAt);
    expect(await loader(args(fromAdmin()))).toMatchObject({ isGuideDismissed: true });
    expect(await ask({ intent: 'show_guide' })).toEqual({ kind: 'guide_shown' });
    expect(await loader(args(fromAdmin()))).toMatchObject({ isGuideDismissed: false });
    expect(await loadHomePage(args(fromAdmin()))).toMatchObject({ isGuideShown: true });
  });

  it('retention is saved inside its range and refused outside, at its field', async () => {
    const save = async (months: number) => {
      const { version } = await encore.tools.store.newestSettings(encore.shopId);
      return ask({
        intent: 'save_settings',
        baseVersion: version,
        values: { 'data.retentionMonths': months },
      });
    };
    expect(await save(3)).toMatchObject({ kind: 'saved' });
    for (const months of [2, 25, 3.5])
      expect(await save(months)).toMatchObject({
        kind: 'refused',
        faults: [{ path: 'data.retentionMonths', value: months }],
      });
    expect(await loader(args(fromAdmin()))).toMatchObject({ settings: { data: { retentionMonths: 3 } } });
  });

  it('a claim is shown with its place, and is signed off by the member of staff who asks', async () => {
    const { store } = encore.tools;
    const { version } = await store.newestSettings(encore.shopId);
    const values = { 'messages.one.subject': 'Last chance' };
    await ask({ intent: 'save_settings', baseVersion: version, values });
    const { claims } = await loader(args(fromAdmin()));
    expect(claims).toMatchObject([{ message: 'one', field: 'subject', signOff: null }]);
    const unsigned = async () => (await loadSequences(args(fromAdmin()))).load.unsignedClaims;
    expect(await unsigned()).toBe(1); // the switch of the sequence says so before it is pressed
    const [claim] = claims;
    const wanted = { intent: 'sign_off', message: 'one', field: 'subject', textHash: claim?.textHash };
    expect(await ask({ ...wanted, signedName: 'Ann Lee' })).toEqual({ kind: 'sign_off', result: 'signed' });
    expect(await unsigned()).toBe(0);
    const [signOff] = await store.claimSignOffs(encore.shopId);
    expect(signOff).toMatchObject({
      signedName: 'Ann Lee',
      signedBy: expect.stringMatching(/^staff member /),
    });
  });

  it('a customer is erased only after it was told what that does', async () => {
    const whom = ada.email ?? '';
    expect(await ask({ intent: 'review_erasure', whom })).toMatchObject({
      kind: 'reviewed',
      review: { kind: 'found', effect: { orders: 1, emails: 1 } },
    });
    expect(await ask({ intent: 'erase_customer', whom })).toMatchObject({
      kind: 'erasure',
      result: { kind: 'erased', people: 1 },
    });
    expect((await exported(whom)).status).toBe(404);
  });

  it('a wish that is none is refused', async () => {
    expect(await statusOf(ask({ intent: 'erase_everybody' }))).toBe(400);
    expect(await statusOf(ask({ intent: 'sign_off', message: 'four' }))).toBe(400);
  });
});
