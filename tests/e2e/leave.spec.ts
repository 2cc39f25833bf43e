import { expect, test, type Page } from '@playwright/test';
import { localAdmin, type LocalAdmin } from '../../browser/local-admin';
import { startStack, type Stack } from '../../browser/start-stack';
import { watchPage } from '../../browser/watch-page';
import { axeFaults } from './axe-faults';

const SIZES = [
  { width: 1280, height: 900 },
  { width: 390, height: 844 },
];

let stack: Stack;
let stop = async () => {};
test.beforeAll(async () => {
  test.setTimeout(180_000);
  stack = await startStack(['tiny', 'empty']);
  stop = stack.stop;
});
test.afterAll(() => stop());

const question = (page: Page) => page.getByRole('dialog', { name: 'Leave page with unsaved changes?' });
const answer = (page: Page, name: 'Stay' | 'Leave page') =>
  question(page).getByRole('button', { name }).click();
const menu = (page: Page, screen: string) =>
  page.getByRole('navigation', { name: 'Encore' }).getByRole('link', { name: screen });
const heading = (admin: LocalAdmin, name: string) =>
  admin.app.getByRole('heading', { level: 1, name, exact: true });

test('a changed form: the menu asks; staying keeps the change, leaving gives it up', async ({ page }) => {
  const faults = watchPage(page);
  const admin = localAdmin(page, stack, 'tiny');
  const field = admin.app.getByLabel('At most', { exact: true });
  await admin.open('/app/suppression');
  const loaded = await field.inputValue();
  await field.fill('1');
  await menu(page, 'Segments').click();
  await answer(page, 'Stay');
  await expect(question(page)).toBeHidden();
  await expect(menu(page, 'Segments')).toBeFocused();
  await expect(field).toHaveValue('1');
  await expect(page.locator('#save-bar')).toBeVisible();

  await menu(page, 'Segments').click();
  await answer(page, 'Leave page');
  await expect(heading(admin, 'Segments')).toBeFocused();
  await expect(page.locator('#save-bar')).toBeHidden();
  await menu(page, 'Suppression').click();
  await expect(heading(admin, 'Suppression')).toBeVisible();
  await expect(field).toHaveValue(loaded);
  expect(loaded).not.toBe('1');
  expect(faults).toEqual([]);
});

test('a link inside of the app asks, by keyboard: Escape stays at the link, Enter leaves', async ({
  page,
}) => {
  const faults = watchPage(page);
  const admin = localAdmin(page, stack, 'tiny');
  await admin.open('/app/pairings/thresholds');
  await admin.app.getByLabel('Strong from', { exact: true }).fill('77');
  const back = admin.app.locator('[class*="Breadcrumb"] a').first();
  await back.focus();
  await page.keyboard.press('Enter');
  await expect(question(page).getByRole('button', { name: 'Stay' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(question(page)).toBeHidden();
  await expect(back).toBeFocused();
  await expect(admin.app.getByLabel('Strong from', { exact: true })).toHaveValue('77');

  await page.keyboard.press('Enter');
  await expect(question(page)).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(heading(admin, 'Pairings')).toBeFocused();
  expect(faults).toEqual([]);
});

test('the way back of the browser and another store ask as well', async ({ page }) => {
  const admin = localAdmin(page, stack, 'tiny');
  const field = admin.app.getByLabel('At most', { exact: true });
  await admin.open('/app/segments');
  await menu(page, 'Suppression').click();
  await field.fill('1');
  await page.evaluate(() => history.back());
  await answer(page, 'Stay');
  await expect(field).toHaveValue('1');
  await expect(page).toHaveURL(/\/app\/suppression$/);

  await page.getByLabel('Store').selectOption('empty');
  await answer(page, 'Stay');
  await expect(page.getByLabel('Store')).toHaveValue('tiny');
  await expect(field).toHaveValue('1');

  await page.evaluate(() => history.back());
  await answer(page, 'Leave page');
  await expect(heading(admin, 'Segments')).toBeVisible();
  await expect(page).toHaveURL(/\/app\/segments$/);
});

test('loading the page anew asks in the words of the browser, and only with changes', async ({ page }) => {
  const asked: string[] = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    void dialog.accept();
  });
  const admin = localAdmin(page, stack, 'tiny');
  await admin.open('/app/suppression');
  await admin.app.getByLabel('At most', { exact: true }).focus();
  await page.keyboard.press('End');
  await page.reload();
  await expect(heading(admin, 'Suppression')).toBeVisible();
  expect(asked).toEqual([]);
  await admin.open('/app/suppression');
  await admin.app.getByLabel('At most', { exact: true }).fill('1');
  await expect(page.locator('#save-bar')).toBeVisible();
  await page.reload();
  await expect(heading(admin, 'Suppression')).toBeVisible();
  expect(asked).toEqual(['beforeunload']);
});

test('nothing asks: unchanged, put back, discarded, another view of the same form, saved', async ({
  page,
}) => {
  const faults = watchPage(page);
  const admin = localAdmin(page, stack, 'tiny');
  const wait = admin.app.getByLabel('Wait', { exact: true });
  const away = async () => {
    await menu(page, 'Segments').click();
    await expect(heading(admin, 'Segments')).toBeVisible();
    await expect(question(page)).toBeHidden();
    await menu(page, 'Sequences').click();
    await expect(wait).toBeVisible();
  };
  await admin.open('/app/sequences');
  const loaded = await wait.inputValue();
  await away();
  await wait.fill('27');
  await wait.fill(loaded);
  await away();
  await wait.fill('27');
  await page.getByRole('button', { name: 'Discard' }).click();
  await away();

  await page.setViewportSize({ width: 390, height: 844 });
  await wait.fill('27');
  await admin.app.getByRole('button', { name: 'Preview', exact: true }).click();
  await expect(wait).toBeHidden();
  await expect(question(page)).toBeHidden();
  await menu(page, 'Sequences').click();
  await expect(wait).toHaveValue('27');
  await admin.save();
  await away();
  await expect(wait).toHaveValue('27');
  expect(faults).toEqual([]);
});

test('a form that was stayed at is saved in its place, and is left unasked then', async ({ page }) => {
  const admin = localAdmin(page, stack, 'tiny');
  await admin.open('/app/suppression');
  await admin.app.getByLabel('At most', { exact: true }).fill('1');
  await menu(page, 'Segments').click();
  await answer(page, 'Stay');
  await admin.save();
  await expect(heading(admin, 'Suppression')).toBeVisible();
  await menu(page, 'Segments').click();
  await expect(heading(admin, 'Segments')).toBeVisible();
});

test('a new segment leads back when it is saved, and away from its page when it is removed, unasked', async ({
  page,
}) => {
  const admin = localAdmin(page, stack, 'tiny');
  await admin.open('/app/segments/new');
  await admin.app.getByLabel('Name').fill(' Two orders ');
  await admin.app.getByLabel('Orders', { exact: true }).fill('2');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(heading(admin, 'Segments')).toBeVisible();
  await admin.app.getByRole('link', { name: 'Two orders' }).click();
  await admin.app.getByLabel('Name').fill('Three orders');
  await admin.app.getByRole('button', { name: 'Remove segment' }).click();
  await admin.app.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(heading(admin, 'Segments')).toBeVisible();
  await expect(question(page)).toBeHidden();
});

test('the other table of a pairing has the same path and a form of its own: going there asks', async ({
  page,
}) => {
  const admin = localAdmin(page, stack, 'tiny');
  await admin.open('/app');
  const products = async () =>
    (
      await stack.database.query(
        `SELECT "productId" FROM "Product"
         WHERE "shopId" = 'tiny.myshopify.com' AND product IS NOT NULL ORDER BY "productId" LIMIT 2`,
      )
    ).rows;
  await expect.poll(async () => (await products()).length).toBe(2);
  const [bought, recommended] = (await products()).map(({ productId }) => String(productId));
  await stack.database.query(
    `INSERT INTO "PairingOverride" ("shopId", "table", "antecedentId", "consequentId", use, "savedBy", "savedAt")
     SELECT 'tiny.myshopify.com', "table", $1, $2, 'curated', 'Ann', now()
     FROM unnest(ARRAY['same_order', 'next_order']) AS "table"`,
    [bought, recommended],
  );
  const numbers = [bought, recommended].map((id) => id?.split('/').at(-1));
  await admin.open(`/app/pairings/${numbers.join('/')}?table=same_order`);
  const note = admin.app.getByLabel('Note for your team');
  await note.fill('for the team');
  const other = admin.app.getByRole('link', { name: 'See the other kind' });
  await other.click();
  await answer(page, 'Stay');
  await expect(note).toHaveValue('for the team');
  await other.click();
  await answer(page, 'Leave page');
  await expect(page).toHaveURL(/table=next_order/);
  await expect(note).toHaveValue('');
});

test('the question has nothing for axe and fits, wide and narrow', async ({ page }) => {
  const admin = localAdmin(page, stack, 'tiny');
  await admin.open('/app/settings');
  await admin.app.getByLabel('Brand name').fill('Other');
  await menu(page, 'Reports').click();
  await expect(question(page)).toBeVisible();
  for (const size of SIZES) {
    await page.setViewportSize(size);
    expect(await axeFaults(page.mainFrame(), '#leave')).toEqual([]);
    const box = await question(page).boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? Infinity)).toBeLessThanOrEqual(size.width);
  }
});
