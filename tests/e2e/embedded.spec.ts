import { expect, test, type Page } from '@playwright/test';
import { localAdmin } from '../../browser/local-admin';
import { startStack, type Stack } from '../../browser/start-stack';

let stack: Stack;
let stop = async () => {};
test.beforeAll(async () => {
  stack = await startStack(['empty', 'tiny']);
  stop = stack.stop;
});
test.afterAll(() => stop());

const appFrame = (page: Page) => page.frameLocator('iframe#app');

/** What went wrong in the browser, and where it went: nothing may leave this machine. */
function watch(page: Page) {
  const complaints: string[] = [];
  const hosts = new Set<string>();
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    if (/^https?:/.test(request.url())) hosts.add(new URL(request.url()).hostname);
  });
  return { complaints, hosts };
}

async function keepDecision(shopId: string, decisionId: string): Promise<void> {
  await stack.database.query(
    `INSERT INTO "Decision" ("shopId", "decisionId", "orderId", "decidedAt", verdict, reason, "settingsVersion", rule, gates)
     VALUES ($1, $2, 'gid://shopify/Order/4711', '2026-11-01T09:00:00Z', 'refuse', 'test_order', 1, 'restart',
       '[{"gate": "order_validity", "passed": false, "reason": "test_order", "input": {"isTest": true}}]')`,
    [shopId, decisionId],
  );
}

test('the app opens inside the admin of a shop that never had it, and nothing leaves this machine', async ({
  page,
}) => {
  const { complaints, hosts } = watch(page);
  await page.goto(`${stack.devStore}/store/empty/apps/encore`);
  await expect(appFrame(page).getByRole('heading', { name: 'Setup guide' })).toBeVisible();
  const { rows } = await stack.database.query<{ name: string }>(
    `SELECT name FROM "Shop" WHERE "shopId" = 'empty.myshopify.com'`,
  );
  expect(rows).toHaveLength(1);
  expect([...hosts]).toEqual(['127.0.0.1']);
  expect(complaints).toEqual([]);
});

test('a decision shows its gates; that of another shop is not found', async ({ page }) => {
  await page.goto(`${stack.devStore}/store/tiny/apps/encore`);
  await expect(appFrame(page).getByRole('heading', { name: 'Setup guide' })).toBeVisible();
  await keepDecision('tiny.myshopify.com', 'tiny-decision');
  await keepDecision('empty.myshopify.com', 'empty-decision');

  const { complaints } = watch(page);
  await page.goto(`${stack.devStore}/store/tiny/apps/encore/app/decisions/tiny-decision`);
  await expect(appFrame(page).getByText('This is a test order.').first()).toBeVisible();
  expect(complaints).toEqual([]);

  await page.goto(`${stack.devStore}/store/tiny/apps/encore/app/decisions/empty-decision`);
  await expect(appFrame(page).getByRole('heading', { name: 'Not found' })).toBeVisible();
  await page.goto(`${stack.devStore}/store/tiny/apps/encore/app/decisions/tiny-decision`);
  await expect(appFrame(page).getByText('This is a test order.').first()).toBeVisible();
});

test('a page of pairings that was drawn says once that it was looked at', async ({ page }) => {
  await page.goto(`${stack.devStore}/store/tiny/apps/encore`);
  const products = async () =>
    (
      await stack.database.query(
        `SELECT "productId" FROM "Product"
         WHERE "shopId" = 'tiny.myshopify.com' AND product IS NOT NULL ORDER BY "productId" LIMIT 2`,
      )
    ).rows;
  await expect.poll(async () => (await products()).length).toBe(2);
  const [bought, recommended] = await products();
  await stack.database.query(
    `INSERT INTO "PairingOverride" ("shopId", "table", "antecedentId", "consequentId", use, "savedBy", "savedAt")
     VALUES ('tiny.myshopify.com', 'same_order', $1, $2, 'curated', 'Ann', now())`,
    [bought?.productId, recommended?.productId],
  );
  const facts = async () =>
    (
      await stack.database.query(
        `SELECT fact FROM "SetupFact" WHERE "shopId" = 'tiny.myshopify.com' AND fact = 'pairings_reviewed'`,
      )
    ).rows;
  expect(await facts()).toEqual([]);
  let told = 0;
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().includes('/app/pairings')) told += 1;
  });
  for (let times = 0; times < 2; times += 1) {
    await localAdmin(page, stack, 'tiny').open('/app/pairings');
    await expect.poll(facts).toHaveLength(1);
  }
  expect(told).toBe(1);
});
