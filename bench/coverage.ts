import { compareAverageOrderValue } from '#core/lift/average-order-value';
import { compareRevenuePerCustomer } from '#core/lift/revenue-per-customer';
import { sequentialLift } from '#core/lift/sequential-interval';
import { seededDraws } from '#core/shared/seeded-draws';
import { drawMoments, shoppersFor } from './coverage/draw-shoppers';
import { lookDaily } from './coverage/look-daily';
import { judgeStores } from './coverage/judge-stores';
import { atLeast, atMost, inside, type Row } from './row';

const HOLDOUT_BUYERS = [100, 350, 2000];
const TREATED_PER_HELD_OUT = 85 / 15;
const EXPERIMENTS = 3000;
const PLANNED = 5000;

/**
 * How often the intervals hold the truth and the verdict is false, in simulated experiments whose truth is known. Seeded,
 * so that it comes out the same each time; no peer.
 */
export async function measureCoverage(): Promise<ReadonlyArray<Row>> {
  const rows = HOLDOUT_BUYERS.flatMap(coverOf);
  const { falseVerdicts, looks } = lookDaily();
  const { held, found, called } = judgeStores();
  process.stderr.write(`  the planted lift was called a lift in ${found} of 100 stores\n`);
  return [
    ...rows,
    atMost(`coverage: A/A experiments with a false verdict in ${looks} daily looks`, falseVerdicts, '%', 5),
    atLeast('coverage: planted lift inside the interval', held, 'of 100 stores', 90),
    atMost('coverage: planted nothing, called a lift', called, 'of 100 stores', 5),
  ];
}

function coverOf(buyers: number): ReadonlyArray<Row> {
  const draw = seededDraws(buyers);
  const heldOut = shoppersFor(buyers);
  const treated = Math.round(heldOut * TREATED_PER_HELD_OUT);
  const holds = { revenue: 0, orderValue: 0, shownOrderValue: 0 };
  const deciles = new Array<number>(10).fill(0);
  for (let experiment = 0; experiment < EXPERIMENTS; experiment += 1) {
    const strata = [{ treatment: drawMoments(treated, draw), holdout: drawMoments(heldOut, draw) }];
    const revenue = compareRevenuePerCustomer(strata);
    const orderValue = compareAverageOrderValue(strata);
    if (revenue.kind !== 'measured' || orderValue.kind !== 'measured') throw new Error('no figures');
    const { interval, pValue } = revenue.difference;
    if (interval.low <= 0 && interval.high >= 0) holds.revenue += 1;
    const relative = orderValue.relativeLift;
    if (relative.kind === 'measured' && relative.interval.low <= 0 && relative.interval.high >= 0)
      holds.orderValue += 1;
    const shown = sequentialLift(relative, heldOut + treated, PLANNED);
    if (shown.kind === 'measured' && shown.interval.low <= 0 && shown.interval.high >= 0)
      holds.shownOrderValue += 1;
    const decile = Math.min(9, Math.floor(pValue * 10));
    deciles[decile] = (deciles[decile] ?? 0) + 1;
  }
  const expected = EXPERIMENTS / 10;
  const chiSquare = deciles.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
  const percent = (count: number) => (100 * count) / EXPERIMENTS;
  return [
    inside(
      `coverage: revenue per customer, ${buyers} held-out buyers`,
      percent(holds.revenue),
      '%',
      [93.5, 96.5],
    ),
    inside(`coverage: order value, ${buyers} held-out buyers`, percent(holds.orderValue), '%', [93.5, 96.5]),
    atLeast(
      `coverage: order value as Reports shows it, ${buyers} held-out buyers`,
      percent(holds.shownOrderValue),
      '%',
      95,
    ),
    // 99.9 % of chi-square with 9 degrees of freedom
    atMost(`coverage: p-values uniform, ${buyers} held-out buyers, chi-square`, chiSquare, '', 27.88),
  ];
}
