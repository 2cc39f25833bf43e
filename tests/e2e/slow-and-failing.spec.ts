import { expect, test, type Page } from '@playwright/test';
import { localAdmin } from '../../browser/local-admin';
import { startStack, type Stack } from '../../browser/start-stack';

const SCREENS = [
  'Pairings',
  'Sequences',
  'Segments',
  'Suppression',
  'Reports',
  'Activity',
  'Settings',
] as const;

let stack: Stack;
let stop = async () => {};
test.beforeAll(async () => {
  stack = await startStack(['tiny']);
  stop = stack.stop;
});
test.afterAll(() => stop());

type Loaders = { answer: 'come' | 'wait' | 'fail'; hold: () => void; letGo: () => void };

/** What a page loads comes, waits until it is let go, or fails, as the test says. */
async function holdLoaders(page: Page): Promise<Loaders> {
  let released = Promise.resolve();
  const loaders: Loaders = {
    answer: 'come',
    hold: () => {
      loaders.answer = 'wait';
      released = new Promise((resolve) => (loaders.letGo = resolve));
    },
    letGo: () => {},
  };
  await page.route(
    (url) => url.searchParams.has('_data'),
    async (route) => {
      if (loaders.answer === 'wait') await released;
      if (loaders.answer === 'fail') await route.fulfill({ status: 500, body: 'Internal Server Error' });
      else await route.continue();
    },
  );
  return loaders;
}

const goTo = (page: Page, screen: string) =>
  page.getByRole('navigation', { name: 'Encore' }).getByRole('link', { name: screen }).click();

for (const screen of SCREENS) {
  test(`${screen}: a skeleton while it is slow; an error with a Retry that works while it fails`, async ({
    page,
  }) => {
    const admin = localAdmin(page, stack, 'tiny');
    const heading = admin.app.getByRole('heading', { level: 1 });
    await admin.open('/app');
    const loaders = await holdLoaders(page);
    loaders.hold();
    await goTo(page, screen);
    await expect(admin.app.getByRole('status', { name: 'Page loading' })).toBeVisible();
    await expect(page.locator('#loading')).toBeVisible();
    loaders.letGo();
    await expect(heading).toBeFocused();
    await expect(page.locator('#loading')).toBeHidden();
    loaders.hold();
    await goTo(page, screen === 'Pairings' ? 'Settings' : 'Pairings');
    await expect(admin.app.getByRole('status', { name: 'Page loading' })).toBeVisible();
    loaders.letGo();
    await expect(heading).toBeFocused(); // from the second page on, too

    loaders.answer = 'come';
    await admin.open('/app');
    loaders.answer = 'fail';
    await goTo(page, screen);
    await expect(
      admin.app.getByRole('heading', { name: 'This page could not be loaded' }).first(),
    ).toBeVisible();
    loaders.answer = 'come';
    await admin.app.getByRole('button', { name: 'Retry' }).click();
    await expect(heading).toBeVisible();
    await expect(
      admin.app.getByRole('heading', { name: 'This page could not be loaded' }).first(),
    ).toBeHidden();
  });
}
