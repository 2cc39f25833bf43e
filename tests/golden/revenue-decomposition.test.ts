import { it } from 'vitest';
import { compareAverageOrderValue } from '#core/lift/average-order-value';
import { compareRepeatRate } from '#core/lift/repeat-rate';
import { compareRevenuePerCustomer } from '#core/lift/revenue-per-customer';
import { expectAllWithin } from './close-to';
import golden from './lift.json';
import { readCustomers, readMoments } from './read-customers';

it('revenue per customer is buyer rate times orders per buyer times order value', () => {
  const { input, expected, rel_tol } = golden.vectors.rpc_decomposition_3000;
  const customers = readCustomers(input.file);
  const moments = readMoments(input.file);
  const countOf = (arm: 'treatment' | 'holdout') => ({
    buyers: customers[arm].filter(({ x }) => x > 0).length,
    customers: customers[arm].length,
  });
  const revenue = compareRevenuePerCustomer([moments]);
  const orderValue = compareAverageOrderValue([moments]);
  const repeat = compareRepeatRate([{ treatment: countOf('treatment'), holdout: countOf('holdout') }]);
  if (revenue.kind !== 'measured' || orderValue.kind !== 'measured' || repeat.kind !== 'measured') {
    throw new Error('expected all three comparisons');
  }
  const factors = (arm: 'treatment' | 'holdout') => [
    revenue.arms[arm].estimate / 100,
    repeat.arms[arm].rate,
    orderValue.arms[arm].orders / repeat.arms[arm].buyers,
    orderValue.arms[arm].estimate / 100,
  ];
  const { control, treatment } = expected;
  expectAllWithin(
    factors('holdout'),
    [control.rpc, control.buyer_rate, control.orders_per_buyer, control.aov],
    rel_tol,
  );
  expectAllWithin(
    factors('treatment'),
    [treatment.rpc, treatment.buyer_rate, treatment.orders_per_buyer, treatment.aov],
    rel_tol,
  );
  expectAllWithin(
    factors('treatment').map((factor, position) => Math.log(factor / (factors('holdout')[position] ?? NaN))),
    [expected.log_rpc, expected.log_buyer_rate, expected.log_opb, expected.log_aov],
    rel_tol,
  );
});
