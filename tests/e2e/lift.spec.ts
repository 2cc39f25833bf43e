import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { localAdmin } from '../../browser/local-admin';
import { startStack, type Stack } from '../../browser/start-stack';
import { watchPage } from '../../browser/watch-page';
import { axeFaults } from './axe-faults';
import { growExperiment } from './grow-experiment';

let stack: Stack;
let stop = async () => {};
test.beforeAll(async ({ browser }) => {
  test.setTimeout(240_000);
  stack = await startStack(['demo']);
  stop = stack.stop;
  const page = await browser.newPage();
  await localAdmin(page, stack, 'demo').openWithHistory();
  await page.close();
  await growExperiment(stack);
});
test.afterAll(() => stop());

async function expectNoFaults(page: Page): Promise<void> {
  const frame = page.frames().find((one) => one.url().startsWith(stack.web));
  if (!frame) throw new Error('the app has no frame');
  expect(await axeFaults(frame, 'html')).toEqual([]);
  const [wide, inner] = await frame.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
  expect(wide).toBeLessThanOrEqual(inner ?? 0);
}

for (const size of [
  { width: 1280, height: 900 },
  { width: 390, height: 844 },
]) {
  test(`a verdict is read, the customers behind a figure are opened, period and segment are changed (${size.width} px)`, async ({
    page,
  }) => {
    test.setTimeout(120_000);
    await page.setViewportSize(size);
    const faults = watchPage(page);
    const admin = localAdmin(page, stack, 'demo');
    const { app } = admin;
    await admin.open('/app/reports');
    await expect(app.getByText('Likely real')).toBeVisible();
    await expect(app.getByText(/at least [\d.]+\s?% more revenue per customer/)).toBeVisible();
    await expect(app.getByRole('row', { name: /^Customers who finished/ })).toContainText(/1,700.*300/);
    await expectNoFaults(page);

    await test.step('the customers behind it add up to it', async () => {
      await app
        .getByRole('row', { name: /^Customers who finished/ })
        .getByRole('link', { name: '300' })
        .click();
      await expect(
        app.getByRole('heading', { level: 1, name: 'Customers behind the figures' }),
      ).toBeVisible();
      await expect(app.getByRole('row', { name: /^Customers 300/ })).toBeVisible();
      await expect(
        app.locator('span', { hasText: 'Held out' }).locator('visible=true').first(),
      ).toBeVisible();
      await expectNoFaults(page);
    });

    await test.step('the file holds the same customers', async () => {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'Export CSV' }).click(),
      ]);
      const rows: ReadonlyArray<Record<string, string>> = parse(
        await readFile(await download.path(), 'utf8'),
        {
          bom: true,
          columns: true,
        },
      );
      expect(rows).toHaveLength(300);
      const minor = rows.reduce((sum, row) => sum + Number(row['revenue of later orders, minor units']), 0);
      const money = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'EUR' }).format(
        minor / 100,
      );
      await expect(app.getByRole('row', { name: /^Revenue of later orders/ })).toContainText(money);
    });

    await test.step('a shorter period leaves the lift as it is; one segment leaves too few customers for a figure', async () => {
      await app.getByRole('link', { name: 'Reports' }).first().click();
      await app.getByLabel('Period').selectOption('30');
      await expect(app.getByLabel('Period')).toHaveValue('30');
      await expect(app.getByText(/since the start, whatever period is chosen/)).toBeVisible();
      await expect(app.getByRole('row', { name: /^Customers who finished/ })).toContainText(/1,700.*300/);
      await app.getByLabel('Segment').selectOption({ label: 'Repeat buyers' });
      await expect(app.getByText('Too early', { exact: true }).first()).toBeVisible();
      await expect(app.getByText(/of 100 held-out customers have bought again/)).toBeVisible();
      await expect(app.getByRole('row', { name: /^Revenue per customer, later orders/ })).not.toContainText(
        '$',
      );
      await expectNoFaults(page);
    });

    await test.step('over time: the last line is the difference of the report, a month below its minimum says so', async () => {
      await app.getByLabel('Segment').selectOption('');
      const row = app.getByRole('row', { name: /^Revenue per customer, later orders/ });
      await expect(row).toContainText('€');
      const difference = await row.getByRole('cell').last().innerText();
      await app.getByRole('link', { name: 'Over time and by month' }).click();
      await expect(app.getByRole('heading', { level: 1, name: 'Over time and by month' })).toBeVisible();
      await expect(app.getByRole('row', { name: /^90 days/ })).toContainText(difference);
      await expect(app.getByRole('row', { name: /^7 days/ })).toContainText('0 of 100 held-out buyers');
      await expect(app.getByText('50 of 100 held-out buyers').first()).toBeVisible();
      await expectNoFaults(page);
    });
    expect(faults).toEqual([]);
  });
}

test('the file of the report has the figures of the screen', async ({ page }) => {
  const admin = localAdmin(page, stack, 'demo');
  await admin.open('/app/reports');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export CSV' }).click(),
  ]);
  const rows: ReadonlyArray<Record<string, string>> = parse(await readFile(await download.path(), 'utf8'), {
    bom: true,
    columns: true,
  });
  const figure = (name: string) => Number(rows.find((row) => row['figure'] === name)?.['value']);
  const euros = (minor: number) =>
    new Intl.NumberFormat('en-US', { style: 'currency', currency: 'EUR' }).format(minor / 100);
  const row = admin.app.getByRole('row', { name: /^Revenue per customer, later orders/ });
  await expect(row).toContainText(euros(figure('revenuePerCustomer emailed')));
  await expect(row).toContainText(euros(figure('revenuePerCustomer held out')));
  await expect(row).toContainText(euros(figure('revenuePerCustomer difference')));
});
