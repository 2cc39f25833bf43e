import { afterAll, beforeAll, expect, it } from 'vitest';
import { MINUTE_MS } from '#core/shared/time';
import { redactPersonalData } from '#flows/redact-personal-data';
import { customersOf } from '../support/build-customers';
import { buildSeed, buildStoreOrder, INSTALLED_AT } from '../support/build-seed';
import { freshDatabase } from '../support/database';
import { startEncore, type RunningEncore } from '../support/start-encore';

const database = await freshDatabase();
const [ada, bob] = customersOf('treatment', 2);
if (!ada || !bob) throw new Error('two customers were wanted');
const orderAt = INSTALLED_AT + 60 * MINUTE_MS;
const now = orderAt + 30 * MINUTE_MS;
let encore: RunningEncore;

beforeAll(async () => {
  const future = [buildStoreOrder('3001', ada, orderAt, ['1']), buildStoreOrder('3002', bob, orderAt, ['1'])];
  const seed = buildSeed({
    customers: [ada, bob],
    future: future.map((order) => ({ at: order.createdAt, kind: 'order_paid' as const, order })),
  });
  encore = await startEncore({ databaseUrl: database.url, seed, at: INSTALLED_AT });
  await encore.moveTo(now);
}, 60_000);
afterAll(() => encore?.stop());

const written = async () =>
  (await encore.tools.outbox.list(encore.shopId, { offset: 0, limit: 9 })).emails.map(({ to }) => to).sort();

it('a redaction takes the e-mails to every address of the customer, not only to the one that Shopify names', async () => {
  expect(await written()).toEqual([ada.email, bob.email].sort());
  await redactPersonalData(encore.tools, {
    shopId: encore.shopId,
    subject: {
      kind: 'redaction',
      key: 'customers/redact',
      topic: 'customers/redact',
      customerId: `gid://shopify/Customer/${ada.id}`,
      email: 'ada.since.moved@example.test',
    },
    triggeredAt: now,
    now,
  });
  expect(await written()).toEqual([bob.email]);
});
