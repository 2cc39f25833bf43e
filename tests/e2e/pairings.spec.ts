import { expect, test } from '@playwright/test';
import { localAdmin } from '../../browser/local-admin';
import { startStack, type Stack } from '../../browser/start-stack';
import { watchPage } from '../../browser/watch-page';

let stack: Stack;
let stop = async () => {};

test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000);
  stack = await startStack(['demo']);
  stop = stack.stop;
  const page = await browser.newPage();
  const admin = localAdmin(page, stack, 'demo');
  await admin.openWithHistory();
  await page.close();
});
test.afterAll(() => stop());

test('a pairing is found by search on a phone, previewed, blocked, and gone from the next preview', async ({
  page,
}) => {
  const faults = watchPage(page);
  const admin = localAdmin(page, stack, 'demo');
  await page.setViewportSize({ width: 390, height: 844 });
  await admin.open('/app/pairings?tab=strong');
  await admin.app.getByRole('button', { name: 'Search and filter results' }).click();
  const search = admin.app.getByRole('textbox').first();
  await search.fill('antigua');
  await expect(admin.app.getByRole('link', { name: /^Carafe Filters/ })).toHaveCount(0);
  const found = admin.app.getByRole('link', { name: 'Guatemala Antigua, 250 g → Caramel Wafers, 8 pieces' });
  await found.first().click(); // of the same order, which is the higher rate
  await expect(admin.app.getByRole('heading', { level: 1, name: /Guatemala Antigua/ })).toBeVisible();

  const lookAtPreview = async () => {
    const button = admin.app.getByRole('button', { name: 'Preview email' });
    if (!(await button.isVisible())) await admin.app.getByRole('button', { name: 'View actions' }).click();
    await button.click();
  };
  const modal = admin.app.getByRole('dialog', { name: 'The email about this pairing' });
  await lookAtPreview();
  await expect(modal.getByText(/Subject: One more thing for your Guatemala Antigua/)).toBeVisible();
  await expect(modal.frameLocator('iframe').getByRole('link', { name: /Shop Caramel Wafers/ })).toBeVisible();
  await modal.getByRole('button', { name: 'Close' }).click();

  await admin.app.getByText('Block', { exact: true }).click();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await admin.toast('Pairing saved');
  await lookAtPreview();
  await expect(modal.getByText(/could be offered it/)).toBeVisible();
  await expect(modal.getByText(/^You excluded it\./)).toBeVisible();
  expect(faults).toEqual([]);
});
