import { expect, test, type Page } from '@playwright/test';
import { startStack, type Stack } from '../../browser/start-stack';

let stack: Stack;
let stop = async () => {};
test.beforeAll(async () => {
  stack = await startStack(['tiny']);
  stop = stack.stop;
});
test.afterAll(() => stop());

const app = (page: Page) => page.frameLocator('iframe#app');

async function open(page: Page, path: string): Promise<void> {
  await page.goto(`${stack.devStore}/store/tiny/apps/encore${path}`);
  await expect(app(page).getByRole('heading', { level: 1 }).first()).toBeVisible();
}

const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true });
const named = (page: Page, name: string) => app(page).getByRole('button', { name });

test('a segment is added, refused at its red fields, mended, moved by keyboard, tried and removed', async ({
  page,
}) => {
  test.setTimeout(180_000);
  await open(page, '/app/segments/new');
  await app(page).getByLabel('What is asked').selectOption('mean_order_value');
  await app(page).getByLabel('Percent of customers').fill('90');
  await save(page).click();
  await expect(app(page).getByText('2 fields need a change: Name, Condition 1.')).toBeVisible();
  await expect(app(page).getByLabel('Name')).toBeFocused();
  await expect(app(page).getByText('must be a whole number from 1 to 50')).toBeVisible();

  await app(page).getByLabel('Name').fill('Big spenders');
  await expect(app(page).getByText('must be a whole number from 1 to 50')).toBeVisible(); // until it is mended itself
  await named(page, 'Remove condition 1').click();
  await save(page).click();
  await expect(app(page).getByText('add at least one condition')).toBeVisible();
  await named(page, 'Add condition').click();
  await app(page).getByLabel('Orders', { exact: true }).fill('1');
  await app(page).getByLabel('Reassure in touch 1').check();
  await save(page).click();

  await expect(app(page).getByRole('heading', { level: 1, name: 'Segments', exact: true })).toBeVisible();
  const up = named(page, 'Move Big spenders up');
  await up.focus();
  await page.keyboard.press('Enter');
  await expect(up).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(app(page).getByText('Big spenders is number 3 now.')).toBeAttached();
  await save(page).click();
  await expect(save(page)).toBeHidden();
  const { rows } = await stack.database.query<{ order: ReadonlyArray<string> }>(
    `SELECT settings -> 'segments' -> 'order' AS "order" FROM "SettingsVersion" ORDER BY version DESC LIMIT 1`,
  );
  expect(rows[0]?.order).toEqual(['loyalty', 'high_aov', 'big_spenders', 'repeat', 'first_time']);

  await app(page).getByLabel('Email address of the customer').fill('nobody');
  await page.keyboard.press('Enter');
  await expect(app(page).getByText('Enter an email address such as')).toBeVisible();
  await app(page).getByLabel('Email address of the customer').fill('nobody@example.test');
  await page.keyboard.press('Enter');
  await expect(app(page).getByText('Nobody with this address has bought')).toBeVisible();

  await app(page).getByRole('link', { name: 'Big spenders' }).click();
  await named(page, 'Remove segment').click();
  await app(page).getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(app(page).getByRole('heading', { level: 1, name: 'Segments', exact: true })).toBeVisible();
  await expect(app(page).getByRole('link', { name: 'Big spenders' })).toHaveCount(0);
});
