import { afterAll, beforeAll, expect, it } from 'vitest';
import { redactPersonalData } from '#flows/redact-personal-data';
import { freshDatabase } from '../support/database';
import type { RunningEncore } from '../support/start-encore';
import { BOTH_EMAILED_AT, startWithTwoBuyers, twoBuyers } from '../support/two-buyers';

const database = await freshDatabase();
const { ada, bob } = twoBuyers();
const now = BOTH_EMAILED_AT;
let encore: RunningEncore;

beforeAll(async () => {
  encore = await startWithTwoBuyers(database.url);
}, 60_000);
afterAll(() => encore?.stop());

const written = async () =>
  (await encore.tools.outbox.list(encore.shopId, { offset: 0, limit: 9 })).emails.map(({ to }) => to).sort();

it('a redaction takes the emails to every address of the customer, not only to the one that Shopify names', async () => {
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
