import { describeCohort, type CohortFinding } from '#core/lift/cohorts';
import { HORIZONS_DAYS } from '#core/lift/horizons';
import { DAY_MS, type Instant } from '#core/shared/time';
import type { Tools } from './ports';
import { PLANNED_SAMPLE, reportLift } from './report-lift';

const [HORIZON_DAYS] = HORIZONS_DAYS;
const MOST_MONTHS = 12;

export type CohortsView = {
  readonly horizonDays: number;
  /** Of those who have finished all days: what they had bought after the first few of them, the fewest first. */
  readonly growth: ReadonlyArray<CohortFinding & { readonly days: number }>;
  /** The newest month first; a month is UTC's. */
  readonly months: ReadonlyArray<CohortFinding & { readonly startsAt: Instant }>;
};

/**
 * How the difference between the groups grows with the days since the first enrolment, and by the month of it: whether an
 * effect wears off. In: shop, segment at enrolment or null, now (ms). Out: null for an unknown shop; without lines while
 * the verdict is too early or the groups are off their shares.
 */
export async function loadCohorts(
  { store }: Pick<Tools, 'store'>,
  input: { readonly shopId: string; readonly segment: string | null; readonly now: Instant },
): Promise<CohortsView | null> {
  const { shopId, segment, now } = input;
  const report = await reportLift({ store }, { shopId, asOf: now, segment });
  if (!report) return null;
  const view = { horizonDays: HORIZON_DAYS, growth: [], months: [] };
  if (report.comparison.kind === 'hidden' || report.verdict.kind === 'too_early') return view;
  const growth = await Promise.all(
    HORIZONS_DAYS.toReversed().map(async (days) => {
      // Looked at earlier by as much as the window is shorter, it is of the very same customers.
      const asOf = now - (HORIZON_DAYS - days) * DAY_MS;
      const { periods } = await store.liftTally(shopId, { horizonDays: days, asOf, segment });
      return {
        days,
        ...describeCohort(
          periods.map(({ arms }) => arms),
          PLANNED_SAMPLE,
        ),
      };
    }),
  );
  const cohorts = await store.liftCohorts(
    shopId,
    { horizonDays: HORIZON_DAYS, asOf: now, segment },
    MOST_MONTHS,
  );
  const months = cohorts.map(({ startsAt, strata }) => ({
    startsAt,
    ...describeCohort(strata, PLANNED_SAMPLE),
  }));
  return { ...view, growth, months };
}
