import type { Arm } from '#core/decide/trace';
import type { Cohort, CohortArm } from '#core/lift/cohorts';
import { NO_MOMENTS } from '#core/lift/moments';
import { DAY_MS, toIso, type Instant } from '#core/shared/time';
import type { LiftSlice } from '#flows/ports/lift-store';
import { endOfFinished } from './outcome-sums';
import type { Sql } from './within-shop';

type Row = CohortArm & { readonly startsAt: Instant; readonly period: number; readonly arm: Arm };

const NOBODY: CohortArm = { buyers: 0, later: NO_MOMENTS };

/** From the kept sums of whole days: customers of the day that the slice's end cuts through come in the day after. */
export async function readCohorts(
  sql: Sql,
  shopId: string,
  slice: LiftSlice,
  months: number,
): Promise<ReadonlyArray<Cohort>> {
  const lastDay = toIso(Math.floor(endOfFinished(slice) / DAY_MS) * DAY_MS).slice(0, 10);
  const rows = await sql.$queryRaw<ReadonlyArray<Row>>`
    SELECT instant_ms(date_trunc('month', day)::timestamp AT TIME ZONE 'UTC') AS "startsAt", period, arm,
      sum(buyers)::int AS buyers, jsonb_build_object('n', sum(customers), 'sumY', sum("laterY")::float8,
        'sumX', sum("laterX")::float8, 'sumYY', sum("laterYY")::float8, 'sumXX', sum("laterXX")::float8,
        'sumXY', sum("laterXY")::float8) AS later
    FROM "OutcomeDay" WHERE "shopId" = ${shopId} AND segment = ${slice.segment ?? ''}
      AND "horizonDays" = ${slice.horizonDays} AND day < ${lastDay}::date
      AND day >= date_trunc('month', ${lastDay}::date - 1) - ${months - 1} * interval '1 month'
    GROUP BY 1, 2, 3 HAVING sum(customers) > 0 ORDER BY 1 DESC, 2`;
  return [...Map.groupBy(rows, ({ startsAt }) => startsAt)].map(([startsAt, ofMonth]) => {
    const figures = (period: number, arm: Arm) =>
      ofMonth.find((row) => row.period === period && row.arm === arm) ?? NOBODY;
    const periods = [...new Set(ofMonth.map(({ period }) => period))];
    return {
      startsAt: Number(startsAt),
      strata: periods.map((period) => ({
        treatment: figures(period, 'treatment'),
        holdout: figures(period, 'holdout'),
      })),
    };
  });
}
