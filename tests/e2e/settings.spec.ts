import { expect, test, type Page } from '@playwright/test';
import { localAdmin, type LocalAdmin } from '../../browser/local-admin';
import { armOf, decisionOfTouchTwo, firstTouchOf, reasonOf, segmentsOf } from './read-database';
import { startStack, type Stack } from '../../browser/start-stack';
import { watchPage } from '../../browser/watch-page';

const BEANS = 'Harbour Espresso Beans, 250 g';

let stack: Stack;
let stop = async () => {};
let buyers = 0;

test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000);
  stack = await startStack(['demo']);
  stop = stack.stop;
  const page = await browser.newPage();
  const admin = localAdmin(page, stack, 'demo');
  await admin.openWithHistory();
  await admin.open('/app/sequences');
  await admin.turnOnSequence();
  await page.close();
});
test.afterAll(() => stop());

/** A field that refuses a value says so in red at itself, and nothing is saved. */
async function expectRefused(page: Page, admin: LocalAdmin, label: string, value: string): Promise<void> {
  const field = admin.app.getByLabel(label, { exact: true });
  await field.fill(value);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect(field).toBeFocused();
  await expect(page.locator('#save-bar')).toBeVisible();
}

/** Goes back to the version before the newest one, by the history of settings. */
async function goBack(admin: LocalAdmin): Promise<void> {
  await admin.open('/app/settings/history');
  await admin.app
    .getByRole('button', { name: /^Go back to version/ })
    .first()
    .click();
  await admin.app.getByRole('dialog').getByRole('button', { name: 'Go back to this version' }).click();
  await admin.toast('Saved as version');
}

/** An order by somebody new. Out: its name. */
const order = (admin: LocalAdmin) => admin.placeOrder(BEANS, `settings${(buyers += 1)}@example.test`);

/** An order by somebody new who is not held out. Out: its name. */
async function orderOfTheEmailed(admin: LocalAdmin): Promise<string> {
  for (let tries = 0; tries < 8; tries += 1) {
    const name = await order(admin);
    if ((await armOf(stack, name)) === 'treatment') return name;
  }
  throw new Error('eight buyers in a row were held out');
}

test('the wait of touch 1: outside of 20 to 30 refused, saved, holds for the next order, taken back', async ({
  page,
}) => {
  const faults = watchPage(page);
  const admin = localAdmin(page, stack, 'demo');
  await admin.open('/app/sequences');
  await expectRefused(page, admin, 'Wait', '31');
  await admin.app.getByLabel('Wait', { exact: true }).fill('27');
  await admin.save();
  expect((await firstTouchOf(stack, await order(admin))).minutes).toBe(27);

  await goBack(admin);
  expect((await firstTouchOf(stack, await order(admin))).minutes).toBe(20);
  expect(faults).toEqual([]);
});

test('the tiers of pairings: over 100 % refused, saved, decide the next email, taken back', async ({
  page,
}) => {
  const faults = watchPage(page);
  const admin = localAdmin(page, stack, 'demo');
  await admin.open('/app/pairings/thresholds');
  await expectRefused(page, admin, 'Strong from', '101');
  await admin.app.getByLabel('Strong from', { exact: true }).fill('100');
  await admin.app.getByLabel('Moderate from', { exact: true }).fill('99');
  await expect(admin.app.getByText(/^no product has a Strong pairing/)).toBeVisible();
  await admin.save();
  const without = await orderOfTheEmailed(admin);
  await goBack(admin);
  const withPairings = await orderOfTheEmailed(admin);

  await admin.moveClock('+25 min');
  expect(await firstTouchOf(stack, without)).toMatchObject({ state: 'skipped', reason: 'no_candidate' });
  expect(await firstTouchOf(stack, withPairings)).toMatchObject({ state: 'accepted' });
  expect(faults).toEqual([]);
});

test('a segment: from one order on refused, saved, holds for the next decision, taken back', async ({
  page,
}) => {
  const faults = watchPage(page);
  const admin = localAdmin(page, stack, 'demo');
  const secondOrder = async (email: string) => {
    await armOf(stack, await admin.placeOrder(BEANS, email));
    return segmentsOf(stack, await admin.placeOrder(BEANS, email));
  };
  await admin.open('/app/segments/repeat');
  await expectRefused(page, admin, 'From this many orders', '1');
  await admin.app.getByLabel('From this many orders', { exact: true }).fill('2');
  await admin.save();
  expect(await secondOrder('again@example.test')).toEqual(['repeat']);

  await goBack(admin);
  expect(await secondOrder('once-more@example.test')).toEqual([]);
  expect(faults).toEqual([]);
});

test('the rule for a new purchase and the weekly limit: 3 a week refused, saved, decide the next order, taken back', async ({
  page,
}) => {
  const faults = watchPage(page);
  const admin = localAdmin(page, stack, 'demo');
  await admin.open('/app/suppression');
  await expectRefused(page, admin, 'At most', '3');
  await admin.app.getByLabel('At most', { exact: true }).fill('2');
  await admin.app.getByText('End it, then leave them alone for 14 days').click();
  await admin.save();
  const twice = 'twice@example.test';
  await armOf(stack, await admin.placeOrder(BEANS, twice));
  const second = await admin.placeOrder(BEANS, twice);
  await expect.poll(() => reasonOf(stack, second)).toBe('recent_purchase_14d');

  await goBack(admin);
  await armOf(stack, await admin.placeOrder(BEANS, twice));
  expect(faults).toEqual([]);
});

test('the weights of the signals: over 100 % and all 0 refused, saved, shown by the next decision, taken back', async ({
  page,
}) => {
  test.setTimeout(240_000);
  const faults = watchPage(page);
  const admin = localAdmin(page, stack, 'demo');
  const weight = (name: string) => admin.app.getByLabel(name, { exact: true });
  await admin.open('/app/settings');
  await expectRefused(page, admin, 'Rating', '101');
  for (const name of ['Looked at before the order', 'Category of earlier purchases', 'Rating'])
    await weight(name).fill('0');
  await expectRefused(page, admin, 'Bought together, or next (touch 2)', '0');
  await weight('Rating').fill('30');
  await admin.save();
  const weighed = await orderOfTheEmailed(admin);
  await admin.moveClock('+7 days');
  await admin.open(`/app/decisions/${await decisionOfTouchTwo(stack, weighed)}`);
  await expect(admin.app.getByText(/before the order \(0%\).* between 4\.5 and 5 \(100%\)\.$/)).toBeVisible();
  const parts = /^Score \d\.\d{3}: bought together or next \d+%, looked at 0%, category 0%, rating \d+%$/;
  await expect(admin.app.getByText(parts).first()).toBeVisible();

  await goBack(admin);
  await admin.open('/app/settings');
  await expect(weight('Bought together, or next (touch 2)')).toHaveValue('50');
  expect(faults).toEqual([]);
});

test('the door of the web pixel answers a sandbox that has no origin', async ({ request }) => {
  const answer = await request.post(`${stack.web}/pixel/made-up`, {
    headers: { origin: 'null' },
    data: '{}',
  });
  expect(answer.status()).toBe(404);
  expect(answer.headers()['access-control-allow-origin']).toBe('*');
});

test('two tabs: the second one is told who saved in between, and loses nothing of what it typed', async ({
  page,
  context,
}) => {
  const first = localAdmin(page, stack, 'demo');
  const other = await context.newPage();
  const second = localAdmin(other, stack, 'demo');
  await first.open('/app/sequences');
  await second.open('/app/sequences');
  await first.app.getByLabel('Wait', { exact: true }).fill('22');
  await first.save();

  await second.app.getByLabel('Wait', { exact: true }).fill('29');
  await other.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(second.app.getByText('Somebody else changed this')).toBeVisible();
  await expect(second.app.getByLabel('Wait', { exact: true })).toHaveValue('29');
  await other.getByRole('button', { name: 'Discard' }).click();
  await expect(second.app.getByLabel('Wait', { exact: true })).toHaveValue('22');
  await other.close();
});
