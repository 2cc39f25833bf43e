import { expect, test, type Page } from '@playwright/test';
import { localAdmin, type LocalAdmin } from '../../browser/local-admin';
import { startStack, type Stack } from '../../browser/start-stack';
import { watchPage } from '../../browser/watch-page';
import { axeFaults } from './axe-faults';

let stack: Stack;
let stop = async () => {};
test.beforeAll(async ({ browser }) => {
  test.setTimeout(600_000);
  stack = await startStack(['demo'], 'answering');
  stop = stack.stop;
  const page = await browser.newPage();
  const admin = localAdmin(page, stack, 'demo');
  await admin.openWithHistory();
  await admin.open('/app/sequences');
  await admin.turnOnSequence();
  for (const _day of [1, 2]) await admin.moveClock('+1 day');
  await page.close();
});
test.afterAll(() => stop());

const SIZES = [
  { width: 1280, height: 900 },
  { width: 390, height: 844 },
];

/** axe's findings and sideways scroll, on a desktop and on a phone. */
async function faultsOf(page: Page): Promise<ReadonlyArray<string>> {
  const frame = page.frames().find((one) => one.url().startsWith(stack.web));
  if (!frame) throw new Error(`the app is not in its frame at ${page.url()}`);
  const faults: string[] = [];
  for (const size of SIZES) {
    await page.setViewportSize(size);
    const width = await frame.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (width > 0) faults.push(`${size.width} px: ${width} px too wide`);
    faults.push(...(await axeFaults(page.mainFrame(), 'iframe#app')));
  }
  return faults;
}

const creditOf = ({ app }: LocalAdmin) => app.getByRole('combobox', { name: 'How credit is shared' });

/** Touches and total of the chosen model, as the table has them. */
async function sharesOf({ app }: LocalAdmin): Promise<ReadonlyArray<string>> {
  const table = app.getByRole('table', { name: /^Attributed by touch/ });
  return table.locator('tbody tr').allTextContents();
}

test('how credit is shared changes the split and not the total, whose orders stand behind it', async ({
  page,
}) => {
  const complaints = watchPage(page);
  const admin = localAdmin(page, stack, 'demo');
  const { app } = admin;

  const total = await test.step('by the last click at first', async () => {
    await admin.open('/app/reports?period=all');
    await expect(creditOf(admin)).toHaveValue('last_touch');
    return (await sharesOf(admin)).at(-1);
  });
  expect(total).toMatch(/^All, each order once[1-9]/);

  await test.step('another model is kept in the address', async () => {
    await creditOf(admin).selectOption('linear');
    await expect(app.getByRole('table', { name: 'Attributed by touch: Equal shares' })).toBeVisible();
    expect((await sharesOf(admin)).at(-1)).toBe(total);
  });

  await test.step('all five have the same total', async () => {
    const rows = app.getByRole('table', { name: /by how credit is shared/ }).locator('tbody tr');
    const totals = await rows.locator('td:last-child').allTextContents();
    expect(totals).toHaveLength(5);
    expect(new Set(totals).size).toBe(1);
    expect(total).toContain(totals[0]);
    expect(await faultsOf(page)).toEqual([]);
  });

  await test.step('on a phone they stand below each other', async () => {
    await expect(app.getByRole('list', { name: /by how credit is shared/ })).toBeVisible();
    await page.setViewportSize({ width: 1280, height: 900 });
  });

  await test.step('the orders are behind the figure, with the same total', async () => {
    await app.getByRole('link', { name: /^See the/ }).click();
    await expect(app.getByRole('heading', { name: 'Attributed orders', level: 1 })).toBeVisible();
    await expect(app.getByText('Since the start, All segments. Credit: Equal shares.')).toBeVisible();
    const [, orders, money] = /once(\d+?)(\D.*)$/.exec(total ?? '') ?? [];
    await expect(app.getByText(`${money} in all, net of refunds`)).toBeVisible();
    await expect(app.getByText(/^Touch 1: 100.0%/).first()).toBeVisible();
    expect(Number(orders)).toBeGreaterThan(0);
    expect(await faultsOf(page)).toEqual([]);
  });

  await test.step('and lead back to the same report', async () => {
    await app.locator('[class*="Breadcrumb"] a').first().click();
    await expect(creditOf(admin)).toHaveValue('linear');
  });
  expect(complaints).toEqual([]);
});

test('where no order is attributed, the page says what will be there', async ({ page }) => {
  const admin = localAdmin(page, stack, 'demo');
  await admin.open('/app/reports/credited?segment=nobody&model=position');
  await expect(admin.app.getByText('No order to attribute')).toBeVisible();
  await expect(admin.app.getByText(/Credit: More for first and last/)).toBeVisible();
});
