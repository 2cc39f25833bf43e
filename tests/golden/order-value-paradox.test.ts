import { expect, it } from 'vitest';
import { tallyArm } from '#core/lift/arm-tally';
import { compareArms } from '#core/lift/compare-arms';
import { expectWithin } from './close-to';
import golden from './lift.json';

/** Customers who each placed one order of `minor`. */
function buyers(count: number, minor: number) {
  return Array.from({ length: count }, () => ({
    kind: 'mature' as const,
    laterOrders: minor > 0 ? 1 : 0,
    laterRevenueMinor: minor,
    occasions: minor > 0 ? 1 : 0,
    occasionRevenueMinor: minor,
    isOfferBought: null,
  }));
}

it('small extra orders lower the order value while revenue per customer rises, and the report says so', () => {
  const { expected, rel_tol } = golden.vectors.aov_paradox;
  // 300 orders of 60.00 on average; the treatment adds 60 of 25.00.
  const usual = [...buyers(150, 5_000), ...buyers(150, 7_000)];
  const holdout = tallyArm([...usual, ...buyers(700, 0)], null);
  const treatment = tallyArm([...usual, ...buyers(60, 2_500), ...buyers(640, 0)], null);

  const comparison = compareArms([{ treatment, holdout }], 5000);
  const { orderValue, revenuePerCustomer } = comparison;
  if (orderValue.fixed.kind !== 'measured' || revenuePerCustomer.fixed.kind !== 'measured') {
    throw new Error('expected both comparisons');
  }
  expect(orderValue.fixed.relativeLift.kind).toBe('measured');
  const ratioOf = ({
    treatment: t,
    holdout: h,
  }: {
    treatment: { estimate: number };
    holdout: { estimate: number };
  }) => t.estimate / h.estimate - 1;
  expectWithin(ratioOf(orderValue.fixed.arms), expected.aov_lift, rel_tol);
  expectWithin(ratioOf(revenuePerCustomer.fixed.arms), expected.rpc_lift, rel_tol);
  expect(comparison.isOrderValueFallingWhileRevenueRises).toBe(true);
  expect(
    compareArms([{ treatment: holdout, holdout: treatment }], 5000).isOrderValueFallingWhileRevenueRises,
  ).toBe(false);
});
