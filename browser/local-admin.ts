import { expect, type FrameLocator, type Page } from '@playwright/test';
import type { Stack, StoreName } from './start-stack';

const LONGEST_WAY_MS = 180_000;
const LONGEST_IMPORT_MS = 120_000;
/** Thirteen weeks of a busy shop. */
const LONGEST_QUARTER_MS = 1_200_000;

/** The local admin page of one store as a merchant uses it: the app in its frame, save bar, clock and order form. */
export type LocalAdmin = {
  readonly app: FrameLocator;
  /** Opens a page of the app by its address there, such as /app/settings, and waits for its heading. */
  open(path: string): Promise<void>;
  /** Opens Home and waits until the store's history is read and mined. */
  openWithHistory(): Promise<void>;
  /** Presses Save and waits until the toast says that it is saved. */
  save(): Promise<void>;
  /** Turns the sequence on by its button and the question that follows. */
  turnOnSequence(): Promise<void>;
  /** Moves the clock on and waits until everything that was due has happened. */
  moveClock(step: '+25 min' | '+1 h' | '+1 day' | '+7 days' | '+90 days'): Promise<void>;
  /** Places an order of one product for an address that agrees to emails. Out: the order's name, as "#1042". */
  placeOrder(product: string, email: string): Promise<string>;
  toast(text: string): Promise<void>;
};

/** In: a browser page, what runs, the store's handle. Out: the admin page of that store. */
export function localAdmin(page: Page, stack: Stack, store: StoreName): LocalAdmin {
  const app = page.frameLocator('iframe#app');
  const toast = (text: string) => expect(page.locator('#toasts').getByText(text).first()).toBeVisible();
  const open = async (path: string) => {
    await page.goto(`${stack.devStore}/store/${store}/apps/encore${path}`);
    await expect(app.getByRole('heading', { level: 1 }).first()).toBeVisible();
    await isAlive(page, stack);
  };
  return {
    app,
    toast,
    open,
    openWithHistory: async () => {
      await open('/app');
      await expect(app.getByText('1 of 5 steps done')).toBeVisible({ timeout: LONGEST_IMPORT_MS });
    },
    save: async () => {
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await toast('Settings saved');
      await expect(page.locator('#save-bar')).toBeHidden();
    },
    turnOnSequence: async () => {
      await app.getByRole('button', { name: 'Turn on sequence', exact: true }).click();
      await app.getByRole('dialog').getByRole('button', { name: 'Turn on sequence' }).click();
      await toast('Settings saved');
    },
    moveClock: async (step) => {
      const timeout = step === '+90 days' ? LONGEST_QUARTER_MS : LONGEST_WAY_MS;
      const before = await page.locator('#shell').getAttribute('data-now');
      await page.getByRole('button', { name: step, exact: true }).click();
      // It reloads itself when the clock has arrived.
      await expect(page.locator('#shell')).not.toHaveAttribute('data-now', before ?? '', { timeout });
      await expect(page.locator('#moving')).toBeHidden({ timeout });
      await expect(app.getByRole('heading', { level: 1 }).first()).toBeVisible();
    },
    placeOrder: async (product, email) => {
      const form = page.locator('#place-order');
      if (!(await form.isVisible())) await page.getByText('Place an order').click();
      const option = form.getByLabel('Product 1').locator('option', { hasText: product }).first();
      await form.getByLabel('Product 1').selectOption((await option.getAttribute('value')) ?? '');
      await form.getByLabel('Address', { exact: true }).fill(email);
      const answer = page.locator('#order-answer');
      const earlier = (await answer.textContent()) ?? '';
      await form.getByRole('button', { name: 'Place the order' }).click();
      await expect(answer).not.toHaveText(earlier);
      return /#\d+/.exec((await answer.textContent()) ?? '')?.[0] ?? '';
    },
  };
}

/**
 * A page that was drawn by the server does nothing until the browser's part has taken over as a whole: React drops what is
 * pressed while it is still taking over, and the browser follows the link by itself.
 */
async function isAlive(page: Page, stack: Stack): Promise<void> {
  const frame = page.frames().find((one) => one.url().startsWith(stack.web));
  await frame?.waitForFunction(() => {
    type Root = { readonly current: { readonly memoizedState: { readonly isDehydrated?: boolean } | null } };
    type Container = Readonly<Record<string, { readonly stateNode: Root } | undefined>>;
    const key = Object.keys(document).find((name) => name.startsWith('__reactContainer'));
    const container = document as unknown as Container;
    return container[key ?? '']?.stateNode.current.memoizedState?.isDehydrated === false;
  });
}
