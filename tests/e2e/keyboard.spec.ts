import { expect, test, type Locator, type Page } from '@playwright/test';
import { localAdmin } from '../../browser/local-admin';
import { startStack, type Stack } from '../../browser/start-stack';
import { watchPage } from '../../browser/watch-page';

const FARTHEST = 150;

let stack: Stack;
let stop = async () => {};
test.beforeAll(async () => {
  stack = await startStack(['empty']);
  stop = stack.stop;
});
test.afterAll(() => stop());

/** Goes there with the Tab key, backwards with Shift, as somebody without a mouse does. */
async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await expect(target).toBeVisible();
  for (let presses = 0; presses < FARTHEST; presses += 1) {
    await page.keyboard.press(key);
    if (
      await target.evaluate(
        (element) => element === element.ownerDocument.activeElement && document.hasFocus(),
      )
    )
      return;
  }
  throw new Error(`${FARTHEST} times ${key} did not lead to ${target}`);
}

test('an empty shop comes to "sequence on" by the keyboard alone, without leaving the app', async ({
  page,
}) => {
  test.setTimeout(180_000);
  const faults = watchPage(page);
  const admin = localAdmin(page, stack, 'empty');
  const { app } = admin;
  const press = async (target: Locator, key: 'Enter' | 'Space' = 'Enter') => {
    await tabTo(page, target);
    await page.keyboard.press(key);
  };
  await admin.open('/app');
  await expect(app.getByText('1 of 5 steps done')).toBeVisible({ timeout: 60_000 });

  await test.step('a pairing of its own, since nothing could be learned', async () => {
    await press(app.getByRole('link', { name: 'Review pairings' }));
    await expect(app.getByText('No pairings yet')).toBeVisible();
    await press(app.getByRole('button', { name: 'Add pairing' }).first());
    const dialog = app.getByRole('dialog', { name: 'Add a pairing' });
    await tabTo(page, dialog.getByRole('textbox', { name: 'When somebody buys' }));
    await page.keyboard.type('espresso beans');
    await press(dialog.getByRole('button', { name: /Espresso Beans/ }).first());
    await tabTo(page, dialog.getByRole('textbox', { name: 'Recommend' }));
    await page.keyboard.type('grinder');
    await press(dialog.getByRole('button', { name: /Grinder/ }).first());
    await press(dialog.getByRole('button', { name: 'Add pairing' }));
    await admin.toast('Pairing added');
  });

  await test.step('the sender', async () => {
    await press(page.getByRole('navigation', { name: 'Encore' }).getByRole('link', { name: 'Settings' }));
    await expect(app.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible();
    await tabTo(page, app.getByLabel('Brand name'));
    await page.keyboard.type('Empty Shelf');
    await tabTo(page, page.getByRole('button', { name: 'Save', exact: true }), 'Shift+Tab');
    await page.keyboard.press('Enter');
    await admin.toast('Settings saved');
  });

  await test.step('the sequence is turned on', async () => {
    await press(page.getByRole('navigation', { name: 'Encore' }).getByRole('link', { name: 'Sequences' }));
    await press(app.getByRole('button', { name: 'Turn on sequence', exact: true }));
    await press(app.getByRole('dialog').getByRole('button', { name: 'Turn on sequence' }));
    await expect(app.getByRole('button', { name: 'Pause sequence', exact: true })).toBeVisible();
  });
  expect(faults).toEqual([]);
});
