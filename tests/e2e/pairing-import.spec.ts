import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { localAdmin, type LocalAdmin } from '../../browser/local-admin';
import { startStack, type Stack } from '../../browser/start-stack';
import { watchPage } from '../../browser/watch-page';
import { axeFaults } from './axe-faults';

const BOUGHT = 'Guatemala Antigua, 250 g';

let stack: Stack;
let stop = async () => {};
test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000);
  stack = await startStack(['demo', 'empty']);
  stop = stack.stop;
  const page = await browser.newPage();
  const admin = localAdmin(page, stack, 'demo');
  await admin.openWithHistory();
  await page.close();
});
test.afterAll(() => stop());

const choose = (admin: LocalAdmin, name: string, text: string) =>
  admin.app
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

async function expectNoFaults(page: Page): Promise<void> {
  const frame = page.frames().find((one) => one.url().startsWith(stack.web));
  expect(await frame?.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
    0,
  );
  expect(await frame?.evaluate(() => document.body.innerText)).not.toMatch(/\b(undefined|NaN)\b/);
  if (!frame) throw new Error('the page has no frame of the app');
  expect(await axeFaults(page.mainFrame(), 'iframe#app')).toEqual([]);
  expect(await axeFaults(frame, 'html')).toEqual([]);
}

const SIZES = [
  { width: 1280, height: 900, recommended: 'Almond Cantuccini, 125 g' },
  { width: 390, height: 844, recommended: 'Caramel Wafers, 8 pieces' },
];

for (const { width, height, recommended } of SIZES)
  test(`at ${width} px a faulty file is told line by line, mended, imported, listed and used in the preview`, async ({
    page,
  }) => {
    const complaints = watchPage(page);
    const admin = localAdmin(page, stack, 'demo');
    await page.setViewportSize({ width, height });
    await admin.open('/app/pairings/import');
    await expectNoFaults(page);

    const good = `same_order;${BOUGHT};${recommended};pinned;from a file`;
    const heading = 'table;bought;recommended;own_use;note';
    await choose(admin, 'mine.csv', `\uFEFF${heading}\r\n${good}\r\nsame_order;${BOUGHT};Teapot;pined;\r\n`);
    await expect(admin.app.getByText('2 problems in mine.csv. Nothing was imported.')).toBeVisible();
    const faults = admin.app.getByRole('table', { name: 'Problems in the file' });
    await expect(faults.getByRole('row')).toHaveText([
      /Line.*Column.*Reason/,
      /3own_use“pined” is no use\./,
      /3recommended“Teapot” is the title of no product in your catalogue\./,
    ]);
    await expectNoFaults(page);

    await choose(admin, 'mine.csv', `\uFEFF${heading}\r\n${good}\r\n`);
    await expect(admin.app.getByText('What mine.csv would change')).toBeVisible();
    await expectNoFaults(page);
    const confirm = admin.app.getByRole('button', { name: 'Import one pairing' });
    await confirm.focus();
    await page.keyboard.press('Enter');
    await admin.toast('One pairing added, 0 changed.');
    await expect(admin.app.getByRole('heading', { level: 1, name: 'Pairings' })).toBeVisible();
    const rows = admin.app.locator('tr, li').filter({ hasText: BOUGHT }).filter({ hasText: recommended });
    const listed = rows.locator('a[data-primary-link]');
    await expect(listed.first()).toBeVisible();

    await listed.first().click();
    await expect(admin.app.getByRole('radio', { name: 'Pin to the top' })).toBeChecked();
    await expect(admin.app.getByLabel('Note for your team')).toHaveValue('from a file');
    const open = admin.app.getByRole('button', { name: 'Preview email' });
    if (!(await open.isVisible())) await admin.app.getByRole('button', { name: 'View actions' }).click();
    await open.click();
    const modal = admin.app.getByRole('dialog', { name: 'The email about this pairing' });
    await expect(
      modal.frameLocator('iframe').getByRole('link', { name: new RegExp(recommended.split(',')[0] ?? '') }),
    ).toBeVisible();
    expect(complaints).toEqual([]);
  });

test('the exported file is imported as it is, and changes nothing', async ({ page }) => {
  const admin = localAdmin(page, stack, 'demo');
  await admin.open('/app/pairings');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    admin.app.getByRole('button', { name: 'Export' }).click(),
  ]);
  await admin.app.getByRole('link', { name: 'Import' }).click();
  await expect(admin.app.getByRole('heading', { level: 1, name: 'Import pairings' })).toBeFocused();
  await choose(admin, 'pairings.csv', await readFile(await download.path(), 'utf8'));
  await expect(admin.app.getByText(/^Nothing to change/)).toBeVisible();
  await expect(admin.app.getByRole('button', { name: /^Import / })).toHaveCount(0);
});

test('from an empty list there is a way to the import, which tells a workbook from a CSV file, has an example, and asks again when an answer is lost', async ({
  page,
}) => {
  const admin = localAdmin(page, stack, 'empty');
  await admin.open('/app/pairings');
  await admin.app.getByRole('link', { name: 'Import' }).last().click();
  await choose(admin, 'book.xlsx', 'PK\u0003\u0004');
  await expect(admin.app.getByText(/This is a workbook of a spreadsheet/)).toBeVisible();

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    admin.app.getByRole('button', { name: 'Download an example' }).click(),
  ]);
  const example = await readFile(await download.path(), 'utf8');
  await page.route('**/app/pairings/import/file*', (route) => route.abort(), { times: 1 });
  await choose(admin, 'example.csv', example);
  await expect(admin.app.getByText('No answer came')).toBeVisible();
  await admin.app.getByRole('button', { name: 'Try again' }).click();
  await expect(admin.app.getByText(/problems in example\.csv/)).toBeVisible();
  await expect(admin.app.getByText(/“Example milk jug” is the title of no product/)).toBeVisible();
});
