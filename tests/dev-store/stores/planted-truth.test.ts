import { describe, expect, it } from 'vitest';
import type { StoreOrder } from '../../../dev-store/model';
import { buildDemoStore } from '../../../dev-store/stores/demo-store';
import { answerDemoEmail, PLANTED_ANSWERS } from '../../../dev-store/stores/demo/planted-answers';
import { PLANTED_PAIRS } from '../../../dev-store/stores/demo/planted-pairs';
import { ordersByPerson, paidOrders } from './paid-orders';

const { seed } = buildDemoStore({ seed: 1, until: Date.UTC(2026, 5, 1) });
const handles = new Map(seed.products.map(({ id, handle }) => [id, handle]));
const basketOf = (order: StoreOrder) =>
  new Set(order.lines.map((line) => handles.get(line.productId ?? '') ?? ''));

/** The baskets of each person in time order; renewals and companies do not shop. */
const shopping = paidOrders(seed).filter(
  ({ sourceName, companyName }) => sourceName !== 'subscription_contract' && companyName === null,
);
const basketsByPerson = Array.from(ordersByPerson(shopping).values(), (orders) => orders.map(basketOf));

/** Shares of baskets with the antecedent (and without the consequent, for the next order) that the consequent joined. */
function observe(kind: 'same_order' | 'next_order', antecedent: string, consequent: string) {
  return shareOf(kind, consequent, (basket) => basket.has(antecedent));
}

function shareOf(
  kind: 'same_order' | 'next_order',
  consequent: string,
  isAsked: (basket: ReadonlySet<string>) => boolean,
) {
  const answers = basketsByPerson.flatMap((baskets) =>
    baskets.flatMap((basket, index) => {
      if (!isAsked(basket)) return [];
      if (kind === 'same_order') return [basket.has(consequent)];
      return basket.has(consequent) ? [] : [baskets[index + 1]?.has(consequent) ?? false];
    }),
  );
  return { trials: answers.length, share: answers.filter((answer) => answer).length / answers.length };
}

describe('a planted pair is in the orders at its rate', () => {
  // Three standard errors, and two points for what habits and the end of history do. Where the planted pair does not strike,
  // the consequent may be picked freely: as often as in baskets without the antecedent.
  it.each(PLANTED_PAIRS)('$kind $antecedent -> $consequent', ({ kind, antecedent, consequent, rate }) => {
    const { trials, share } = observe(kind, antecedent, consequent);
    const byChance = shareOf(kind, consequent, (basket) => !basket.has(antecedent)).share;
    const expected = rate + (1 - rate) * byChance;
    expect(trials).toBeGreaterThan(60);
    expect(Math.abs(share - expected)).toBeLessThan(3 * Math.sqrt((rate * (1 - rate)) / trials) + 0.02);
  });

  it('all pairs together hit their rates within two points', () => {
    const gaps = PLANTED_PAIRS.map(
      (pair) => observe(pair.kind, pair.antecedent, pair.consequent).share - pair.rate,
    );
    expect(Math.abs(gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length)).toBeLessThan(0.02);
  });

  it('two products that nobody planted together are together by chance only', () => {
    expect(observe('same_order', 'chef-knife', 'descaler-500').share).toBeLessThan(0.04);
    expect(observe('next_order', 'chef-knife', 'tea-tins').share).toBeLessThan(0.04);
  });
});

describe('a demo shopper answers by address and touch alone', () => {
  const answer = (index: number, touchNumber: 1 | 2 | 3, sentAt: number) =>
    answerDemoEmail({ to: `lena.${index}@example.test`, touchNumber, isFirstEver: false, sentAt });

  it.each([1, 2, 3] as const)('touch %i is clicked and bought from at the planted shares', (touchNumber) => {
    const answers = Array.from({ length: 10_000 }, (_, index) => answer(index, touchNumber, 0)?.kind);
    const share = (kind: string) => answers.filter((given) => given === kind).length / answers.length;
    expect(Math.abs(share('click_and_buy') - PLANTED_ANSWERS[touchNumber].clickAndBuy)).toBeLessThan(0.012);
    expect(Math.abs(share('click') - PLANTED_ANSWERS[touchNumber].click)).toBeLessThan(0.012);
  });

  it('the time of sending changes nothing; another touch does', () => {
    const people = Array.from({ length: 200 }, (_, index) => index);
    expect(people.map((index) => answer(index, 1, 5))).toEqual(people.map((index) => answer(index, 1, 9)));
    expect(people.map((index) => answer(index, 1, 5))).not.toEqual(
      people.map((index) => answer(index, 2, 5)),
    );
  });

  it('every answer comes within 18 hours', () => {
    const delays = Array.from({ length: 2_000 }, (_, index) => answer(index, 1, 0)?.afterMs ?? 0);
    expect(Math.max(...delays)).toBeLessThanOrEqual(18 * 3_600_000);
    expect(Math.max(...delays)).toBeGreaterThan(0);
  });
});
