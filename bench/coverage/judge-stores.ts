import { buildLiftReport, type LiftReport } from '#core/lift/lift-report';
import { tallyUnits } from '#core/lift/lift-tally';
import type { LiftUnit } from '#core/lift/outcome';
import { assignArm } from '#core/holdout/assign-arm';
import { seededDraws } from '#core/shared/seeded-draws';
import { DAY_MS } from '#core/shared/time';

const [STORES, CUSTOMERS, HOLDOUT_PERCENT] = [100, 12_000, 15];
const [BUYER_RATE, PLANTED] = [0.25, 0.3];
const START = Date.parse('2026-01-01T00:00:00Z');

/**
 * A hundred seeded stores through core, assignment and windows included: customers come over 60 days, and e-mails make
 * 30 % more of them come back, or none. Out: in how many the interval holds what was planted, how many are called a lift.
 */
export function judgeStores(): { readonly held: number; readonly found: number; readonly called: number } {
  const result = { held: 0, found: 0, called: 0 };
  for (let store = 0; store < STORES; store += 1) {
    const planted = reportOf(store, PLANTED);
    const { comparison } = planted;
    if (comparison.kind !== 'shown') throw new Error(`store ${store}: the groups are off their shares`);
    const { sequential } = comparison.revenuePerCustomer;
    if (
      sequential.kind === 'measured' &&
      sequential.interval.low <= PLANTED &&
      sequential.interval.high >= PLANTED
    )
      result.held += 1;
    if (planted.verdict.kind === 'lift') result.found += 1;
    if (reportOf(store, 0).verdict.kind === 'lift') result.called += 1;
  }
  return result;
}

function reportOf(store: number, lift: number): LiftReport {
  const draw = seededDraws(1000 + store);
  const units = Array.from({ length: CUSTOMERS }, (_, customer): LiftUnit => {
    const { arm } = assignArm({
      salt: 'planted',
      shopId: `store-${store}`,
      unitId: `gid://shopify/Customer/${customer}`,
      holdoutPercent: HOLDOUT_PERCENT,
    });
    const enrolledAt = START + Math.floor(draw() * 60 * DAY_MS);
    const rate = BUYER_RATE * (arm === 'treatment' ? 1 + lift : 1);
    const order = (name: string, createdAt: number, subtotalMinor: number) => ({
      orderId: `${customer} ${name}`,
      createdAt,
      cancelledAt: null,
      subtotalMinor,
      refunds: [],
      products: [],
    });
    const later =
      draw() < rate
        ? [order('later', enrolledAt + draw() * 80 * DAY_MS, 1000 + Math.floor(draw() * 9000))]
        : [];
    return {
      arm,
      isOfBothArms: false,
      enrolledAt,
      triggerOrderId: `${customer} trigger`,
      firstOffer: null,
      orders: [order('trigger', enrolledAt, 5000), ...later],
    };
  });
  const asOf = START + 150 * DAY_MS;
  return buildLiftReport({
    tally: tallyUnits([{ holdoutShare: HOLDOUT_PERCENT / 100, units }], asOf, 90),
    holdoutShare: HOLDOUT_PERCENT / 100,
    asOf,
    currency: 'USD',
    horizonDays: 90,
    plannedSample: 5000,
  });
}
