import { expect, test, type Page } from '@playwright/test';
import { localAdmin } from '../../browser/local-admin';
import { startStack, type Stack } from '../../browser/start-stack';
import { watchPage } from '../../browser/watch-page';
import { axeFaults } from './axe-faults';
import { armOf } from './read-database';

const BEANS = 'Harbour Espresso Beans, 250 g';

let stack: Stack;
let stop = async () => {};
test.beforeAll(async ({ browser }) => {
  test.setTimeout(240_000);
  stack = await startStack(['demo']);
  stop = stack.stop;
  const page = await browser.newPage();
  const admin = localAdmin(page, stack, 'demo');
  await admin.openWithHistory();
  await admin.open('/app/sequences');
  await admin.turnOnSequence();
  for (let buyer = 1, isEmailed = false; !isEmailed; buyer += 1) {
    if (buyer > 8) throw new Error('eight buyers in a row were held out');
    isEmailed =
      (await armOf(stack, await admin.placeOrder(BEANS, `touch${buyer}@example.test`))) === 'treatment';
  }
  await admin.moveClock('+25 min');
  await page.close();
});
test.afterAll(() => stop());

/** What the page does wrong on a phone: axe's findings, and how far it scrolls sideways. */
async function faultsOnPhone(page: Page): Promise<ReadonlyArray<string>> {
  await page.setViewportSize({ width: 390, height: 844 });
  const frame = page.frames().find((one) => one.url().startsWith(stack.web));
  if (!frame) throw new Error(`the app is not in its frame at ${page.url()}`);
  const tooWide = await frame.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  const faults = await axeFaults(page.mainFrame(), 'iframe#app');
  return tooWide > 0 ? [...faults, `${tooWide} px too wide`] : faults;
}

test('an edited benchmark is the merchant’s in Reports, and is put back to the published one', async ({
  page,
}) => {
  const faults = watchPage(page);
  const admin = localAdmin(page, stack, 'demo');
  const { app } = admin;
  const inReports = async () => {
    await admin.open('/app/reports');
    return app
      .getByRole('row', { name: /^Opened/ })
      .getByRole('cell')
      .last();
  };
  await expect(await inReports()).toHaveText('Published: 55% to 70% of delivered');

  await admin.open('/app/settings');
  const to = app.getByLabel('Touch 1 opened, to', { exact: true });
  await to.fill('50');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(to).toHaveAttribute('aria-invalid', 'true'); // it would end before it begins
  await expect(to).toBeFocused();
  await app.getByLabel('Touch 1 opened, from', { exact: true }).fill('42.5');
  await admin.save();
  await expect(await inReports()).toHaveText('Yours: 42.5% to 50% of delivered');

  await admin.open('/app/settings/history');
  await expect(
    app.getByText('Benchmark: Touch 1 opened: 55.0% to 70.0% → 42.5% to 50.0%').first(),
  ).toBeVisible();

  await admin.open('/app/settings');
  await app.getByRole('button', { name: 'Put back the published benchmark: Touch 1 opened' }).click();
  await admin.save();
  expect(await faultsOnPhone(page)).toEqual([]);
  await expect(await inReports()).toHaveText('Published: 55% to 70% of delivered');
  expect(faults).toEqual([]);
});

test('each touch has a tab, reached by keyboard, and what it sent leads to the rows behind it', async ({
  page,
}) => {
  const faults = watchPage(page);
  const admin = localAdmin(page, stack, 'demo');
  const { app } = admin;
  await admin.open('/app/reports');
  await app.getByRole('tab', { name: 'Touch 1' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(app.getByRole('tab', { name: 'Touch 2' })).toBeFocused(); // Polaris moves it when it has drawn
  await page.keyboard.press('Enter');
  await expect(app.getByText('No email was sent.')).toBeVisible();
  await app.getByRole('tab', { name: 'Touch 1' }).click();
  await expect(app.getByText(/^The Outbox does not report deliveries or opens/)).toBeVisible();
  await expect(app.getByText(/^No first purchase of something that runs out has come/)).toBeVisible();
  expect(await faultsOnPhone(page)).toEqual([]);

  await app.getByRole('link', { name: /^1 email sent: show in Activity/ }).click();
  await expect(app.getByRole('heading', { name: 'Activity', level: 1 })).toBeVisible();
  await expect(app.getByLabel('Touch', { exact: true })).toHaveValue('1');
  await expect(app.getByText('Passed every check.')).toHaveCount(1);
  expect(await faultsOnPhone(page)).toEqual([]);

  await admin.open('/app/activity?tab=sent&touch=1&answer=clicked');
  await expect(app.getByText('Nothing matches')).toBeVisible();
  expect(faults).toEqual([]);
});
