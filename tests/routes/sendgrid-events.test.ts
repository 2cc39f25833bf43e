import { afterAll, describe, expect, it } from 'vitest';
import { sha256Hex } from '#core/shared/hash';
import { action, loader } from '../../app/routes/webhooks.sendgrid/route';
import { web } from '../../app/web.server';
import { enrol } from '../support/build-enrolment';
import { installShop } from '../support/build-shop';
import { openStore } from '../support/open-store';
import { queryDatabase } from '../support/query-database';
import { createEventSigner } from '../support/sendgrid-events';
import { useEnvironment } from './use-environment';

const signer = createEventSigner();
const { store, url } = await openStore();
useEnvironment({
  DATABASE_URL: url,
  MAILER: 'sendgrid',
  SENDGRID_API_KEY: 'SG.test',
  SENDGRID_FROM_EMAIL: 'offers@example.com',
  SENDGRID_EVENT_PUBLIC_KEY: signer.publicKey,
});
afterAll(() => web().close());

const [one, two] = [await installShop(store), await installShop(store)];
await enrol(store, one, 1);
await enrol(store, two, 1);
const touchId = 'touch 1 of gid://shopify/Order/1';
const seconds = Math.floor(Date.now() / 1000);
const bounce = (shopId: string) => ({
  event: 'bounce',
  type: 'bounce',
  timestamp: seconds,
  shop_id: shopId,
  touch_id: touchId,
});

function deliver(body: string, headers = signer.sign(body, Date.now())): Promise<Response> {
  const request = new Request('http://127.0.0.1/webhooks/sendgrid', { method: 'POST', body, headers });
  return action({ request, params: {}, context: {} });
}

const suppressed = async () =>
  (await queryDatabase<{ shopId: string }>(url, 'SELECT "shopId" FROM "Suppression" ORDER BY "shopId"')).map(
    ({ shopId }) => shopId,
  );

describe('events from SendGrid', () => {
  it('that nobody signed change nothing', async () => {
    const body = JSON.stringify([bounce(one)]);
    await expect(deliver(body, {})).rejects.toMatchObject({ status: 401 });
    await expect(deliver(body, signer.sign(`${body} `, Date.now()))).rejects.toMatchObject({ status: 401 });
    expect(await suppressed()).toEqual([]);
  });

  it('count for the shops that they name, and once', async () => {
    const body = JSON.stringify([bounce(one), bounce(two), { event: 'open', timestamp: seconds }, 'odd']);
    expect((await deliver(body)).status).toBe(200);
    expect((await deliver(body)).status).toBe(200);
    expect(await suppressed()).toEqual([one, two]);
  });

  it('that are no list are refused', async () => {
    await expect(deliver('{"event":"bounce"}')).rejects.toMatchObject({ status: 400 });
    await expect(deliver(sha256Hex('not JSON'))).rejects.toMatchObject({ status: 400 });
  });

  it('come by POST only', async () => {
    const request = new Request('http://127.0.0.1/webhooks/sendgrid');
    await expect(loader({ request, params: {}, context: {} })).rejects.toMatchObject({ status: 405 });
  });
});
