import { expect, it } from 'vitest';
import { shareCredit, type CreditModel } from '#core/attribution/credit-models';
import golden from './attribution.json';
import { expectAllWithin } from './close-to';

const { attr_linear: linear, attr_time_decay_7d: decay, attr_position_40_20_40: position } = golden.vectors;

const clicksOf = (touches: ReadonlyArray<ReadonlyArray<string>>) =>
  touches.map(([touchId = '', at = '']) => ({ touchId, clickedAt: Date.parse(at) }));

it.each<[CreditModel, typeof linear | typeof decay | typeof position]>([
  ['linear', linear],
  ['time_decay', decay],
  ['position', position],
])('%s agrees with the other implementation, to the cent', (model, { input, expected, rel_tol }) => {
  const shares = shareCredit(model, clicksOf(input.touches), input.revenue_cents);
  expectAllWithin(
    shares.map(({ share }) => share),
    expected.weights,
    rel_tol,
  );
  expect(shares.map(({ amountMinor }) => amountMinor)).toEqual(expected.cents);
});

it.each([
  [2, position.expected.two_touch],
  [5, position.expected.five_touch],
])('position agrees for %i touches', (count, weights) => {
  const clicks = Array.from({ length: count }, (_, at) => ({ touchId: String(at), clickedAt: at }));
  expectAllWithin(
    shareCredit('position', clicks, 100).map(({ share }) => share),
    weights,
    position.rel_tol,
  );
});

it.each<[CreditModel, ReadonlyArray<number>]>([
  ['last_touch', [0, 0, 10_000]],
  ['first_touch', [10_000, 0, 0]],
])('%s gives the order of the vectors to one touch', (model, cents) => {
  const shares = shareCredit(model, clicksOf(linear.input.touches), linear.input.revenue_cents);
  expect(shares.map(({ amountMinor }) => amountMinor)).toEqual(cents);
});
