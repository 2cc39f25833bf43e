import { Prisma } from '@prisma/client';
import type { Arm } from '#core/decide/trace';
import type { ArmTally } from '#core/lift/arm-tally';
import type { LiftTally, PeriodTally } from '#core/lift/lift-tally';
import { NO_MOMENTS, type Moments, type Observation } from '#core/lift/moments';
import type { Strata } from '#core/lift/strata';
import { dearestBuyers } from '#core/lift/winsorise';
import { DEFAULT_SETTINGS } from '#core/settings/settings';
import { DAY_MS, toIso, type Instant } from '#core/shared/time';
import type { LiftSlice } from '#flows/ports/lift-store';
import { countOfBothArms } from './lift-units';
import { lockOutcomes } from './lock';
import type { Sql } from './within-shop';

type ArmOfPeriod = { readonly period: number; readonly arm: Arm };
type Buyer = ArmOfPeriod & Observation;
/** What an arm's revenue loses at the cap, of all orders after the trigger. */
type Cut = ArmOfPeriod & Pick<Moments, 'sumY' | 'sumYY' | 'sumXY'> & { readonly customers: number };
type Enrolled = ArmOfPeriod & { readonly n: number };
type Sums = ArmOfPeriod & Pick<ArmTally, 'buyers' | 'offered' | 'boughtOffer' | 'later' | 'occasions'>;

/** The sums of a slice: of whole days as they are kept, of the day that its end cuts through from the customers. */
export async function readTally(sql: Sql, shopId: string, slice: LiftSlice): Promise<LiftTally> {
  await lockOutcomes(sql, shopId); // all of it is read of one moment
  const enrolled = await countEnrolled(sql, shopId, slice);
  const mature = await readSums(sql, shopId, slice);
  const buyers = mature.reduce((sum, arm) => sum + arm.buyers, 0);
  const { capMinor, cuts } = await readCuts(sql, shopId, slice, dearestBuyers(buyers));
  const { startedAt, hasMixed, shares } = await readExperiment(sql, shopId, slice);
  const before = toIso(endOfEnrolled(slice));
  const ofBoth = hasMixed ? await countOfBothArms(sql, shopId, { before, segment: slice.segment }) : [];
  const periods = [...new Set([...enrolled, ...ofBoth].map(({ period }) => period))].sort((a, b) => a - b);
  return {
    startedAt,
    capMinor,
    periods: periods.map((period): PeriodTally => {
      const of = <T extends ArmOfPeriod>(list: ReadonlyArray<T>, arm: Arm) =>
        list.filter((one) => one.period === period && one.arm === arm);
      const customers = (arm: Arm) => of(enrolled, arm)[0]?.n ?? 0;
      const drawn = (arm: Arm) => customers(arm) + (of(ofBoth, arm)[0]?.n ?? 0);
      const tally = (arm: Arm) => tallyOf(of(mature, arm)[0], of(cuts, arm)[0]);
      return {
        holdoutShare: (shares.get(period) ?? DEFAULT_SETTINGS.holdoutPercent) / 100,
        drawn: { treatment: drawn('treatment'), holdout: drawn('holdout') },
        enrolled: { treatment: customers('treatment'), holdout: customers('holdout') },
        arms: { treatment: tally('treatment'), holdout: tally('holdout') },
      };
    }),
  };
}

export async function readBuyers(
  sql: Sql,
  shopId: string,
  slice: LiftSlice,
): Promise<Strata<ReadonlyArray<Observation>>> {
  const rows = await sql.$queryRaw<ReadonlyArray<Buyer>>`
    SELECT period, arm, "laterRevenueMinor"::float8 AS y, "laterOrders" AS x FROM "Outcome"
    WHERE ${whom(shopId, slice, endOfFinished(slice))} AND "laterOrders" > 0 ORDER BY "personId"`;
  const of = (period: number, arm: Arm) => rows.filter((row) => row.period === period && row.arm === arm);
  return [...new Set(rows.map(({ period }) => period))].map((period) => ({
    treatment: of(period, 'treatment'),
    holdout: of(period, 'holdout'),
  }));
}

function tallyOf(sums: Sums | undefined, cut: Cut | undefined): ArmTally {
  const later = sums?.later ?? NO_MOMENTS;
  return {
    buyers: sums?.buyers ?? 0,
    offered: sums?.offered ?? 0,
    boughtOffer: sums?.boughtOffer ?? 0,
    later,
    cappedLater: {
      ...later,
      sumY: later.sumY - (cut?.sumY ?? 0),
      sumYY: later.sumYY - (cut?.sumYY ?? 0),
      sumXY: later.sumXY - (cut?.sumXY ?? 0),
    },
    capped: cut?.customers ?? 0,
    occasions: sums?.occasions ?? NO_MOMENTS,
  };
}

/** The first moment of an enrolment that the slice does not hold. */
export function endOfEnrolled({ asOf }: LiftSlice): Instant {
  return asOf + 1;
}

/** The same of those who have finished: a window is full when its last millisecond has passed. */
export function endOfFinished({ asOf, horizonDays }: LiftSlice): Instant {
  return asOf - horizonDays * DAY_MS + 1;
}

/** Of those enrolled so far: one row an arm and period. */
async function countEnrolled(sql: Sql, shopId: string, slice: LiftSlice): Promise<ReadonlyArray<Enrolled>> {
  const end = endOfEnrolled(slice);
  const lastDay = startOfDay(end);
  return sql.$queryRaw<ReadonlyArray<Enrolled>>`
    SELECT period, arm, sum(customers)::int AS n FROM (
      SELECT period, arm, customers FROM "OutcomeDay" WHERE ${whichDays(shopId, slice, lastDay)}
      UNION ALL
      SELECT period, arm, 1 FROM "Outcome"
      WHERE ${whom(shopId, slice, end)} AND "enrolledAt" >= ${toIso(lastDay)}::timestamptz
    ) d GROUP BY period, arm HAVING sum(customers) > 0`;
}

/** Of those who have finished: one row an arm and period. */
async function readSums(sql: Sql, shopId: string, slice: LiftSlice): Promise<ReadonlyArray<Sums>> {
  const end = endOfFinished(slice);
  const lastDay = startOfDay(end);
  const moments = (name: 'later' | 'occasions') =>
    Prisma.raw(
      ['Y', 'X', 'YY', 'XX', 'XY'].map((sum) => `'sum${sum}', sum("${name}${sum}")::float8`).join(', '),
    );
  return sql.$queryRaw<ReadonlyArray<Sums>>`
    SELECT period, arm, sum(buyers)::int AS buyers, sum(offered)::int AS offered, sum("boughtOffer")::int AS "boughtOffer",
      jsonb_build_object('n', sum(customers), ${moments('later')}) AS later,
      jsonb_build_object('n', sum(customers), ${moments('occasions')}) AS occasions
    FROM (
      SELECT period, arm, customers, buyers, offered, "boughtOffer", "laterY", "laterX", "laterYY", "laterXX", "laterXY",
        "occasionsY", "occasionsX", "occasionsYY", "occasionsXX", "occasionsXY"
      FROM "OutcomeDay" WHERE ${whichDays(shopId, slice, lastDay)}
      UNION ALL ${customersSince(shopId, slice, lastDay, end)}
    ) d GROUP BY period, arm HAVING sum(customers) > 0`;
}

function startOfDay(at: Instant): Instant {
  return Math.floor(at / DAY_MS) * DAY_MS;
}

function whichDays(shopId: string, { horizonDays, segment }: LiftSlice, before: Instant): Prisma.Sql {
  return Prisma.sql`"shopId" = ${shopId} AND segment = ${segment ?? ''} AND "horizonDays" = ${horizonDays}
    AND day < ${toIso(before).slice(0, 10)}::date`;
}

function customersSince(shopId: string, slice: LiftSlice, start: Instant, end: Instant): Prisma.Sql {
  return Prisma.sql`
    SELECT period, arm, 1, ("laterOrders" > 0)::int, ("isOfferBought" IS NOT NULL)::int,
      coalesce("isOfferBought", false)::int, "laterRevenueMinor", "laterOrders",
      "laterRevenueMinor"::numeric * "laterRevenueMinor", "laterOrders"::numeric * "laterOrders",
      "laterRevenueMinor"::numeric * "laterOrders", "occasionRevenueMinor", occasions,
      "occasionRevenueMinor"::numeric * "occasionRevenueMinor", occasions::numeric * occasions,
      "occasionRevenueMinor"::numeric * occasions
    FROM "Outcome" WHERE ${whom(shopId, slice, end)} AND "enrolledAt" >= ${toIso(start)}::timestamptz`;
}

/** Enrolled before `end`. The horizon stands in the text, so that the partial index of the dearest is known to fit. */
export function whom(shopId: string, { horizonDays, segment }: LiftSlice, end: Instant): Prisma.Sql {
  return Prisma.sql`"shopId" = ${shopId} AND "horizonDays" = ${Prisma.raw(String(horizonDays))}
    AND "enrolledAt" < ${toIso(end)}::timestamptz
    AND ${segment === null ? Prisma.sql`true` : Prisma.sql`${segment} = ANY(segments)`}`;
}

/** The revenue of the last of so many dearest buyers, and what each arm and period would lose were it cut there. */
async function readCuts(
  sql: Sql,
  shopId: string,
  slice: LiftSlice,
  dearest: number,
): Promise<{ readonly capMinor: number | null; readonly cuts: ReadonlyArray<Cut> }> {
  if (dearest === 0) return { capMinor: null, cuts: [] };
  const rows = await sql.$queryRaw<ReadonlyArray<Cut & { readonly capMinor: number }>>`
    WITH dearest AS MATERIALIZED (
      SELECT period, arm, "laterRevenueMinor" AS y, "laterOrders" AS x FROM "Outcome"
      WHERE ${whom(shopId, slice, endOfFinished(slice))} AND "laterOrders" > 0
      ORDER BY "laterRevenueMinor" DESC LIMIT ${dearest}
    ), cap AS (SELECT min(y) AS y FROM dearest)
    SELECT period, arm, cap.y::float8 AS "capMinor", (count(*) FILTER (WHERE d.y > cap.y))::int AS customers,
      sum(d.y - cap.y)::float8 AS "sumY", sum(d.y::numeric * d.y - cap.y::numeric * cap.y)::float8 AS "sumYY",
      sum((d.y - cap.y)::numeric * x)::float8 AS "sumXY"
    FROM dearest d CROSS JOIN cap GROUP BY period, arm, cap.y`;
  return { capMinor: rows[0]?.capMinor ?? null, cuts: rows };
}

/** When it began, the share of each period, and whether anybody turned out to be of both arms; hardly any shop has one. */
async function readExperiment(
  sql: Sql,
  shopId: string,
  slice: LiftSlice,
): Promise<{
  readonly startedAt: Instant | null;
  readonly hasMixed: boolean;
  readonly shares: ReadonlyMap<number, number>;
}> {
  const [row] = await sql.$queryRaw<
    ReadonlyArray<{
      readonly startedAt: Date | null;
      readonly hasMixed: boolean;
      readonly percents: Readonly<Record<string, number>> | null;
    }>
  >`
    SELECT (SELECT "enrolledAt" FROM "Outcome" WHERE ${whom(shopId, slice, endOfEnrolled(slice))}
        ORDER BY "enrolledAt" LIMIT 1) AS "startedAt",
      EXISTS (SELECT FROM "Person" WHERE "shopId" = ${shopId} AND "isOfBothArms") AS "hasMixed",
      (SELECT jsonb_object_agg(version, settings -> 'holdoutPercent') FROM "SettingsVersion"
        WHERE "shopId" = ${shopId} AND settings ? 'holdoutPercent') AS percents`;
  return {
    startedAt: row?.startedAt?.getTime() ?? null,
    hasMixed: row?.hasMixed ?? false,
    shares: new Map(
      Object.entries(row?.percents ?? {}).map(([version, percent]) => [Number(version), percent]),
    ),
  };
}
