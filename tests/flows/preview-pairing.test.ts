import { afterAll, beforeAll, expect, it } from 'vitest';
import { readOutbox } from '#adapters/outbox/read-outbox';
import { DAY_MS, MINUTE_MS } from '#core/shared/time';
import { changePairings, type PairingChange } from '#flows/change-pairings';
import { previewPairing } from '#flows/preview-pairing';
import { buildSeed, buildStoreCustomer, buildStoreOrder, INSTALLED_AT } from '../support/build-seed';
import { freshDatabase } from '../support/database';
import { queryDatabase } from '../support/query-database';
import { readLedger } from '../support/read-ledger';
import { startEncore, type RunningEncore } from '../support/start-encore';

const [MACHINE, JUG, GRINDER, TEA] = ['1', '2', '3', '4'].map((id) => `gid://shopify/Product/${id}`) as [
  string, string, string, string,
]; // prettier-ignore
const database = await freshDatabase();
const ada = buildStoreCustomer('7001');
const orderAt = INSTALLED_AT + 60 * MINUTE_MS;
const now = orderAt + DAY_MS;
let encore: RunningEncore;

beforeAll(async () => {
  const order = buildStoreOrder('3001', ada, orderAt, ['1']);
  const seed = buildSeed({ customers: [ada], future: [{ at: orderAt, kind: 'order_paid', order }] });
  encore = await startEncore({ databaseUrl: database.url, seed, at: INSTALLED_AT });
  await encore.moveTo(now);
}, 240_000);
afterAll(() => encore?.stop());

const preview = (antecedentId: string, consequentId: string, table: PairingChange['table'] = 'same_order') =>
  previewPairing(encore.tools, {
    shopId: encore.shopId,
    pairing: { table, antecedentId, consequentId },
    now,
  });
const change = (changes: ReadonlyArray<PairingChange>) =>
  changePairings(encore.tools, { shopId: encore.shopId, changes, savedBy: 'merchant', now: INSTALLED_AT });
const withoutIds = (html: string) => html.replace(/\/(o|u)\/[^?"]+/g, '/$1/token');

it('is the email that a buyer was sent about this pairing, and leaves no trace', async () => {
  const rows = () =>
    queryDatabase(database.url, 'SELECT * FROM "Touch" ORDER BY "touchId"').then((kept) =>
      JSON.stringify(kept),
    );
  const before = await rows();
  const [touch] = await readLedger(database.url, encore.shopId, '3001');
  const sent = await readOutbox(encore.env['OUTBOX_DIR'] ?? '', encore.shopId, touch?.touchId ?? '');
  const shown = await preview(MACHINE, JUG);
  expect(shown).toMatchObject({ kind: 'shown', subject: sent?.subject, orderName: '#3001' });
  expect(withoutIds(shown.kind === 'shown' ? shown.html : '')).toBe(withoutIds(sent?.html ?? ''));
  expect(await rows()).toBe(before);
});

it('is touch 2 for what is bought next', async () => {
  expect(await preview(MACHINE, GRINDER, 'next_order')).toMatchObject({
    kind: 'shown',
    subject: 'Picked to follow your Espresso machine',
  });
});

it('shows a pairing that others outrank', async () => {
  await change([
    { table: 'same_order', antecedentId: MACHINE, consequentId: JUG, use: 'pinned' },
    { table: 'next_order', antecedentId: MACHINE, consequentId: JUG, use: 'curated' },
  ]);
  expect(await preview(MACHINE, GRINDER, 'next_order')).toMatchObject({ kind: 'shown' });
});

it('of a blocked pairing shows nothing and says so; unblocked, it is there again', async () => {
  const blocked: PairingChange = {
    table: 'same_order',
    antecedentId: MACHINE,
    consequentId: JUG,
    use: 'blocked',
  };
  await change([blocked]);
  // Some orders hold the jug as well.
  expect(await preview(MACHINE, JUG)).toEqual({
    kind: 'nothing',
    reasons: [
      { reason: 'excluded_list', orders: 7 },
      { reason: 'in_trigger_order', orders: 5 },
    ],
  });
  await change([{ ...blocked, use: null }]);
  expect(await preview(MACHINE, JUG)).toMatchObject({ kind: 'shown' });
});

it('kept for touch 3 it is the email of touch 3', async () => {
  await change([{ table: 'same_order', antecedentId: MACHINE, consequentId: JUG, use: 'touch_3_only' }]);
  expect(await preview(MACHINE, JUG)).toMatchObject({
    kind: 'shown',
    subject: 'Something to go with your Espresso machine',
  });
});

it('outside the price band it says that its price keeps it back', async () => {
  await change([{ table: 'same_order', antecedentId: MACHINE, consequentId: TEA, use: 'curated' }]);
  const answer = await preview(MACHINE, TEA);
  expect(answer).toMatchObject({ kind: 'nothing', reasons: [{ reason: 'price_band' }] });
});

it('for a product that nobody bought there is no order to write it for', async () => {
  expect(await preview('gid://shopify/Product/99', JUG)).toEqual({ kind: 'nothing', reasons: [] });
});

it('the dates of a decision about the pairing are judged by today, not by the day of the sample', async () => {
  const ended: PairingChange = {
    ...{ table: 'same_order', antecedentId: MACHINE, consequentId: JUG, use: 'touch_3_only' },
    endsAt: now - 1,
  };
  await change([ended]);
  expect(await preview(MACHINE, JUG)).toMatchObject({ subject: 'One more thing for your Espresso machine' });
  await change([{ ...ended, endsAt: now + 1 }]);
  expect(await preview(MACHINE, JUG)).toMatchObject({
    subject: 'Something to go with your Espresso machine',
  });
});
