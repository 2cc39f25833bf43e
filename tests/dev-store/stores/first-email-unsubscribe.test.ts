import { expect, it } from 'vitest';
import { unsubscribeAtFirstEmail } from '../../../dev-store/stores/first-email-unsubscribe';

const email = (index: number, isFirstEver: boolean) =>
  unsubscribeAtFirstEmail({ to: `c${index}@example.test`, touchNumber: 1, isFirstEver, sentAt: 0 });
const shoppers = Array.from({ length: 20_000 }, (_, index) => index);

it('a hundredth of the recipients unsubscribe at their first email', () => {
  const share = shoppers.filter((index) => email(index, true) !== null).length / shoppers.length;
  expect(Math.abs(share - 0.01)).toBeLessThan(0.0025);
});

it('nobody unsubscribes at a later email', () => {
  expect(shoppers.some((index) => email(index, false) !== null)).toBe(false);
});
