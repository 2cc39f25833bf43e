import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HOUR_MS } from '#core/shared/time';
import { applyShopChange } from '#flows/apply-shop-change';
import { redactPersonalData } from '#flows/redact-personal-data';
import { processInbox } from '#flows/process-inbox';
import { sha256Hex } from '#core/shared/hash';
import { buildSeed, INSTALLED_AT } from '../support/build-seed';
import { freshDatabase } from '../support/database';
import { queryDatabase } from '../support/query-database';
import { startEncore, type RunningEncore } from '../support/start-encore';

const database = await freshDatabase();
let encore: RunningEncore;
beforeAll(async () => {
  const seed = buildSeed({ customers: [], future: [] });
  encore = await startEncore({ databaseUrl: database.url, seed, at: INSTALLED_AT });
}, 60_000);
afterAll(() => encore?.stop());

const now = INSTALLED_AT + HOUR_MS;
const change = (topic: string, triggeredAt: number | null) =>
  applyShopChange(encore.tools, { shopId: encore.shopId, topic, triggeredAt, now });
const shop = () => encore.tools.store.findShop(encore.shopId);

describe('what a shop tells', () => {
  it('of two changes of consent in one batch the last one counts, whichever it is', async () => {
    for (const [first, last, kept] of [
      ['unsubscribed', 'subscribed', 0],
      ['subscribed', 'unsubscribed', 1],
    ] as const) {
      const email = `${first}@example.test`;
      for (const [index, state] of [first, last].entries()) {
        const payload = JSON.stringify({ email_address: email, email_marketing_consent: { state } });
        const webhook = {
          topic: 'customers_email_marketing_consent/update',
          webhookId: `${email} ${index}`,
          payload,
        };
        await encore.deliver(webhook);
      }
      await processInbox(encore.tools, { now, limit: 50 });
      const sql = `SELECT 1 FROM "Suppression" WHERE "emailHash" = $1`;
      expect(await queryDatabase(database.url, sql, [sha256Hex(email)])).toHaveLength(kept);
    }
  });

  it('an uninstall or a redaction from before the present installation does not touch it', async () => {
    await change('app/uninstalled', INSTALLED_AT - 1);
    const subject = {
      kind: 'redaction',
      key: 'shop',
      topic: 'shop/redact',
      customerId: null,
      email: null,
    } as const;
    await redactPersonalData(encore.tools, {
      shopId: encore.shopId,
      subject,
      triggeredAt: INSTALLED_AT - 1,
      now,
    });
    expect(await shop()).toMatchObject({ uninstalledAt: null });
  });

  it('an uninstall ends it, and a change told later does not bring it back', async () => {
    await change('app/uninstalled', INSTALLED_AT + 1);
    expect(await shop()).toMatchObject({ uninstalledAt: now });
    await change('shop/update', INSTALLED_AT);
    expect(await shop()).toMatchObject({ uninstalledAt: now });
    expect(await encore.tools.sessions.findSessionsByShop(encore.shopId)).toEqual([]);
  });
});
