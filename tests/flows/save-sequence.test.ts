import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MINUTE_MS } from '#core/shared/time';
import type { MessageContent } from '#core/message/message';
import { previewTouch } from '#flows/preview-touch';
import { saveSequence } from '#flows/save-sequence';
import { sendTest } from '#flows/send-test';
import { buildSeed, buildStoreCustomer, buildStoreOrder, INSTALLED_AT } from '../support/build-seed';
import { freshDatabase } from '../support/database';
import { queryDatabase } from '../support/query-database';
import { startEncore, type RunningEncore } from '../support/start-encore';

const database = await freshDatabase();
const orderAt = INSTALLED_AT + 60 * MINUTE_MS;
const now = orderAt + 30 * MINUTE_MS;
let encore: RunningEncore;

beforeAll(async () => {
  const ada = buildStoreCustomer('7001');
  const order = buildStoreOrder('3001', ada, orderAt, ['1']);
  const future = [{ at: order.createdAt, kind: 'order_paid' as const, order }];
  encore = await startEncore({
    databaseUrl: database.url,
    seed: buildSeed({ customers: [ada], future }),
    at: INSTALLED_AT,
  });
  await encore.moveTo(now);
}, 120_000);
afterAll(() => encore?.stop());

type Over = Partial<Parameters<typeof saveSequence>[0]>;
const newest = () => encore.tools.store.newestSettings(encore.shopId);

/** Saves on top of the newest version. Out: the answer, and whether a version came of it. */
async function save(values: Record<string, unknown>, over: Over = {}) {
  const { version } = await newest();
  const input = { shopId: encore.shopId, baseVersion: version, values, savedBy: 'Ann', now };
  const answer = await saveSequence({ ...encore.tools, ...over }, input);
  return { answer, isSaved: (await newest()).version > version };
}

/** The renderer with something done to the HTML of touch 1. */
const spoiling = (spoil: (html: string) => string): Over => ({
  renderer: {
    render: async (content: MessageContent) => {
      const { html, text } = await encore.tools.renderer.render(content);
      return { html: content.touchNumber === 1 ? spoil(html) : html, text };
    },
  },
});
const within = (words: string) => (html: string) => html.replace('</body>', `${words}</body>`);
const headline = (words: string) => ({ 'messages.one.headline': words });

describe('an email whose checks are all good', () => {
  it('is saved', async () => {
    expect(await save(headline('A jug?'))).toMatchObject({ answer: { kind: 'saved' }, isSaved: true });
    expect((await newest()).settings.messages.one.headline).toBe('A jug?');
  });
});

describe('an email with a check that is red is not saved, and the field says which and what mends it', () => {
  it.each([
    ['size', within('x'.repeat(95_000)), 'text', /1\d\d kB; shorten it until the email has at most 90 kB/],
    ['links', within('<a href="mailto:x@y.test">x</a>'), 'blocks', /1 of 3 links that lead nowhere; remove/],
    [
      'alt text',
      within('<img src="x"/>'),
      'blocks',
      /1 of \d pictures without a text; give the product a title/,
    ],
    ['unsubscribe', (html: string) => html.replaceAll('/u/', '/x/'), 'blocks', /no way to unsubscribe/],
  ] as const)('%s', async (_check, spoil, field, problem) => {
    const { answer, isSaved } = await save(headline('Red'), spoiling(spoil));
    expect(answer).toMatchObject({
      kind: 'refused',
      faults: [{ path: `messages.one.${field}`, problem: expect.stringMatching(problem) }],
    });
    expect(isSaved).toBe(false);
  });

  it('that cannot be written at all is refused with the reason', async () => {
    const heavy = () => {
      throw new Error('the email has 95000 bytes of HTML, over 90000; shorten its texts');
    };
    expect((await save(headline('Heavy'), spoiling(heavy))).answer).toMatchObject({
      faults: [{ path: 'messages.one.text', problem: expect.stringContaining('shorten its texts') }],
    });
  });

  it.each([
    ['another email', { 'messages.two.headline': 'Two' }],
    ['something else of the sequence', { 'touches.two.day': 4 }],
  ])('holds up no save of %s', async (_what, values) => {
    expect((await save(values, spoiling(within('<img src="x"/>')))).isSaved).toBe(true);
  });

  it('is told for each email that was changed, and nothing of the save is kept', async () => {
    const values = { 'messages.two.headline': 'Kept?', ...headline('Red') };
    expect((await save(values, spoiling(within('<img src="x"/>')))).isSaved).toBe(false);
    expect((await newest()).settings.messages.two.headline).not.toBe('Kept?');
  });
});

describe('where no order can be shown', () => {
  const noOrders = (): Over => ({ store: { ...encore.tools.store, sampleOrders: async () => [] } });
  const noAnswer = (): Over => ({
    admin: { ...encore.tools.admin, fetchOrders: () => Promise.reject(new Error('Shopify does not answer')) },
  });

  it.each([
    ['there is none yet', noOrders],
    ['Shopify does not answer', noAnswer],
  ])('because %s, a made-up one is checked instead', async (_why, without) => {
    expect((await save(headline('Good'), without())).isSaved).toBe(true);
    const red = { ...without(), ...spoiling(within('<img src="x"/>')) };
    expect((await save(headline('Red'), red)).isSaved).toBe(false);
  });

  it.each(['one', 'two', 'twoClicked', 'threeReplenishment', 'threeAccessory'])(
    'the email %s as it comes passes its checks with everything in it',
    async (key) => {
      const text = `${(await newest()).settings.messages.one.text} `;
      const values = { [`messages.${key}.text`]: text, [`messages.${key}.buttonLabel`]: 'See it' };
      expect((await save(values, noOrders())).answer).toMatchObject({ kind: 'saved' });
    },
  );

  it('a postal address that is missing holds up sending, not saving', async () => {
    await queryDatabase(database.url, `UPDATE "Shop" SET "postalAddress" = ' '`);
    expect((await save(headline('Good'))).isSaved).toBe(true);
    await queryDatabase(database.url, `UPDATE "Shop" SET "postalAddress" = '1 High Street, London'`);
  });
});

describe('the end of a reduced price', () => {
  const until = (urgencyEndsAt: string) =>
    save({ 'messages.one.blocks': ['button', 'urgency'], 'messages.one.urgencyEndsAt': urgencyEndsAt });

  it('that is over is refused at its field', async () => {
    expect((await until('2026-06-02T10:00')).answer).toMatchObject({
      kind: 'refused',
      faults: [{ path: 'messages.one.urgencyEndsAt', problem: expect.stringContaining('is over already') }],
    });
  });

  it('that lies ahead is saved', async () => {
    expect((await until('2026-06-30T23:59')).isSaved).toBe(true);
  });
});

it('of twenty-one test emails in an hour the last is refused, with the time of the next', async () => {
  const wish = { messageKey: 'one' as const, orderId: null, segments: null, values: {} };
  const asked = { ...wish, shopId: encore.shopId, to: 'me@shop.test' };
  expect((await previewTouch(encore.tools, { ...asked, now })).kind).toBe('shown');
  for (let each = 0; each < 20; each += 1)
    expect((await sendTest(encore.tools, { ...asked, now: now + each })).kind).toBe('mailed');
  expect(await sendTest(encore.tools, { ...asked, now: now + 20 })).toEqual({
    kind: 'too_many',
    most: 20,
    nextAt: now + 60 * MINUTE_MS,
  });
  expect(await sendTest(encore.tools, { ...asked, now: now + 60 * MINUTE_MS })).toMatchObject({
    kind: 'mailed',
  });
});
