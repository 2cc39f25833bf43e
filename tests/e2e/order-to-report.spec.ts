import { expect, test } from '@playwright/test';
import { localAdmin } from '../../browser/local-admin';
import { armOf, reasonOf, suppressionsOf } from './read-database';
import { startStack, type Stack } from '../../browser/start-stack';
import { watchPage } from '../../browser/watch-page';

const BEANS = 'Harbour Espresso Beans, 250 g';

let stack: Stack;
let stop = async () => {};
test.beforeAll(async () => {
  stack = await startStack(['demo']);
  stop = stack.stop;
});
test.afterAll(() => stop());

test('from installing to a purchase in the report: everything that the setup guide asks, then an order and its email', async ({
  page,
  context,
}) => {
  test.setTimeout(240_000);
  const faults = watchPage(page);
  const admin = localAdmin(page, stack, 'demo');
  const { app } = admin;

  await test.step('a new shop begins with nothing done, and its history is read while the page is open', async () => {
    await admin.open('/app');
    await expect(app.getByText(/Encore reads the last months of orders/)).toBeVisible();
    await expect(app.getByText('1 of 5 steps done')).toBeVisible({ timeout: 90_000 });
  });

  await test.step('the strongest pairings are looked through', async () => {
    // Whoever leaves at once has not looked: the page tells the server once it is drawn.
    const noted = page.waitForResponse(
      (answer) => answer.request().method() === 'POST' && answer.url().includes('/app/pairings'),
    );
    await app.getByRole('link', { name: 'Review pairings' }).first().click();
    await expect(app.getByRole('heading', { name: 'Pairings', level: 1 })).toBeVisible();
    await expect(app.getByText(BEANS).first()).toBeVisible();
    await noted;
    await admin.open('/app');
    await expect(app.getByText('2 of 5 steps done')).toBeVisible();
  });

  await test.step('the sender is set', async () => {
    await app.getByRole('link', { name: 'Set sender' }).first().click();
    await app.getByLabel('Brand name').fill('Harbour Coffee');
    await app.getByLabel('Postal address').fill('1 Quay Street, Bristol BS1 4RW');
    await admin.save();
  });

  await test.step('a test email is sent', async () => {
    await admin.open('/app/sequences');
    await expect(app.getByText(/^Written for order/)).toBeVisible();
    await app.getByRole('button', { name: 'Send test', exact: true }).first().click();
    const dialog = app.getByRole('dialog', { name: 'Send a test email' });
    await dialog.getByLabel('Address').fill('me@example.test');
    await dialog.getByRole('button', { name: 'Send test' }).click();
    await admin.toast('Test sent to me@example.test');
  });

  await test.step('the sequence is turned on, which the guide ticks', async () => {
    await admin.turnOnSequence();
    await admin.open('/app');
    await expect(app.getByText('5 of 5 steps done')).toBeVisible();
  });

  const buyer = await test.step('an order comes in by somebody who is not held out', async () => {
    for (const number of [1, 2, 3, 4, 5, 6]) {
      const email = `buyer${number}@example.test`;
      const name = await admin.placeOrder(BEANS, email);
      const arm = await armOf(stack, name);
      if (arm === 'treatment') return { email, name };
    }
    throw new Error('six buyers in a row were held out');
  });

  const links = await test.step('25 minutes later touch 1 is in the outbox', async () => {
    await admin.moveClock('+25 min');
    await admin.open('/app/activity/outbox');
    await app
      .getByRole('link', { name: /One more thing for your/ })
      .first()
      .click();
    await expect(app.getByText(buyer.email).first()).toBeVisible();
    await app.getByRole('tab', { name: /Links/ }).click();
    await expect(app.getByText('The offered product, in a cart of your store').first()).toBeVisible();
    const urls = await app
      .locator('table a')
      .evaluateAll((all) => all.map((a) => a.getAttribute('href') ?? ''));
    const find = (part: string) => urls.find((url) => url.includes(part)) ?? '';
    return { offer: find('/o/'), unsubscribe: find('/u/') };
  });

  await test.step('its link leads to a cart, and the cart is paid', async () => {
    await admin.moveClock('+1 h');
    const shopper = await context.newPage();
    await shopper.goto(links.offer);
    await expect(shopper.getByRole('heading', { name: 'Checkout' })).toBeVisible();
    expect(new URL(shopper.url()).searchParams.get('utm_source')).toBe('encore');
    await shopper.getByLabel('Email').fill(buyer.email);
    await shopper.getByRole('button', { name: 'Pay' }).click();
    await expect(shopper.getByRole('heading', { name: 'Thank you' })).toBeVisible();
    await shopper.close();
  });

  await test.step('the report has the click and the purchase in their rows', async () => {
    await expect
      .poll(async () => {
        await admin.open('/app/reports');
        // The report reads its parts one after the other, so that a purchase may be in one and not yet in another.
        const money = await app.getByText(/within 5 days of a click/).textContent();
        return [await app.getByRole('row', { name: /^Emails with a purchase/ }).textContent(), money];
      })
      .toEqual(['Emails with a purchase1', expect.stringContaining('1 order within 5 days of a click')]);
    await expect(app.getByRole('row', { name: /^Emails clicked/ })).toHaveText('Emails clicked1');
    await expect(app.getByText('1 order within 5 days of a click')).toBeVisible();
  });

  await test.step('opening the unsubscribe link changes nothing; its button unsubscribes', async () => {
    const shopper = await context.newPage();
    await shopper.goto(links.unsubscribe);
    expect(await suppressionsOf(stack)).toEqual([]);
    await shopper.getByRole('button', { name: 'Unsubscribe' }).click();
    await expect(shopper.getByRole('heading', { name: 'You are unsubscribed' })).toBeVisible();
    expect(await suppressionsOf(stack)).toContain('unsubscribed');
    await shopper.close();
    for (const origin of ['null', 'https://mail.example.test']) {
      const oneClick = await page.request.post(links.unsubscribe, { headers: { origin } });
      expect(oneClick.status()).toBe(200);
    }
  });

  await test.step('the trace tells the whole story, and a later order of theirs gets no email', async () => {
    const later = await admin.placeOrder(BEANS, buyer.email);
    await expect.poll(() => reasonOf(stack, later)).toBe('unsubscribed');
    await admin.open('/app/activity');
    await app.getByRole('link', { name: buyer.name }).first().click();
    for (const words of [
      'Entered the sequence, group: Emailed',
      'Touch 1 sent',
      'The customer bought what Encore had offered.',
      'Put on the suppression list',
      'The customer unsubscribed.',
    ])
      await expect(app.getByText(words).first()).toBeVisible();
  });

  expect(faults).toEqual([]);
});
