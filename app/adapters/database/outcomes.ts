import { Prisma, type PrismaClient } from '@prisma/client';
import { HORIZONS_DAYS } from '#core/lift/horizons';
import { measureOutcome } from '#core/lift/outcome';
import { DAY_MS, toIso } from '#core/shared/time';
import type { LiftStore } from '#flows/ports/lift-store';
import type { LiftUnit } from '#flows/records';
import { readUnits } from './lift-units';
import { lockOutcomes } from './lock';
import { readCohorts } from './outcome-cohorts';
import { listOutcomes, sumOutcomes } from './outcome-rows';
import { countReachedHeldOut, readOtherCurrencies } from './outcome-notes';
import { readBuyers, readTally } from './outcome-sums';
import { readShopPast } from './shop-past';
import { atOnceWithinShop, withinShop, type Sql } from './within-shop';

const MOST_AT_ONCE = 2000;

export function liftMethods(prisma: PrismaClient): LiftStore {
  return {
    keepOutcomes: (shopId) =>
      withinShop(prisma, shopId, async (sql) => {
        await lockOutcomes(sql, shopId);
        const due = await sql.$queryRaw<ReadonlyArray<{ readonly personId: string }>>`
          DELETE FROM "OutcomeDue" WHERE "shopId" = ${shopId} AND "dueId" IN (
            SELECT "dueId" FROM "OutcomeDue" WHERE "shopId" = ${shopId} ORDER BY "dueId" LIMIT ${MOST_AT_ONCE})
          RETURNING "personId"`;
        const personIds = [...new Set(due.map(({ personId }) => personId))];
        if (personIds.length === 0) return 0;
        // Read behind the lock and after the list, so that whatever named these people is seen.
        const units = await readUnits(sql, shopId, personIds);
        await takeOut(sql, shopId, personIds);
        await putIn(
          sql,
          shopId,
          units.filter(({ isOfBothArms }) => !isOfBothArms),
        );
        return due.length;
      }),

    liftTally: (shopId, slice) => withinShop(prisma, shopId, (sql) => readTally(sql, shopId, slice)),
    liftCohorts: (shopId, slice, months) =>
      atOnceWithinShop(prisma, shopId, (sql) => readCohorts(sql, shopId, slice, months)),
    laterBuyers: (shopId, slice) => atOnceWithinShop(prisma, shopId, (sql) => readBuyers(sql, shopId, slice)),
    listOutcomes: (shopId, slice, filter, page) =>
      atOnceWithinShop(prisma, shopId, (sql) => listOutcomes(sql, shopId, slice, filter, page)),
    sumOutcomes: (shopId, slice, filter) =>
      atOnceWithinShop(prisma, shopId, (sql) => sumOutcomes(sql, shopId, slice, filter)),
    shopPast: (shopId, range) => atOnceWithinShop(prisma, shopId, (sql) => readShopPast(sql, shopId, range)),
    otherCurrencies: (shopId) => withinShop(prisma, shopId, (sql) => readOtherCurrencies(sql, shopId)),
    reachedHeldOut: (shopId, slice) =>
      atOnceWithinShop(prisma, shopId, (sql) => countReachedHeldOut(sql, shopId, slice)),
    liftUnits: (shopId) => withinShop(prisma, shopId, (sql) => readUnits(sql, shopId, null)),
  };
}

async function takeOut(sql: Sql, shopId: string, personIds: ReadonlyArray<string>): Promise<void> {
  await sql.$executeRaw`
    WITH outcome AS (
      DELETE FROM "Outcome" WHERE "shopId" = ${shopId} AND "personId" = ANY(${[...personIds]}::text[]) RETURNING *
    ) ${sumUp(shopId, -1)}`;
}

async function putIn(sql: Sql, shopId: string, units: ReadonlyArray<LiftUnit>): Promise<void> {
  const rows = units.flatMap((unit) => HORIZONS_DAYS.map((horizonDays) => rowOf(unit, horizonDays)));
  if (rows.length === 0) return;
  await sql.$executeRaw`
    WITH outcome AS (
      INSERT INTO "Outcome" ("shopId", "personId", "horizonDays", arm, period, segments, "enrolledAt", "laterOrders",
        "laterRevenueMinor", occasions, "occasionRevenueMinor", "isOfferBought", "isReached")
      SELECT ${shopId}, r."personId", r."horizonDays", r.arm, r.period, r.segments, r."enrolledAt", r."laterOrders",
        r."laterRevenueMinor", r.occasions, r."occasionRevenueMinor", r."isOfferBought", r."isReached"
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r("personId" text, "horizonDays" int, arm text,
        period int, segments text[], "enrolledAt" timestamptz, "laterOrders" int, "laterRevenueMinor" bigint,
        occasions int, "occasionRevenueMinor" bigint, "isOfferBought" boolean, "isReached" boolean)
      RETURNING *
    ) ${sumUp(shopId, 1)}`;
}

/** An outcome is kept for the whole window from the first day on; whether it is full yet is asked by whoever reads it. */
function rowOf(
  { personId, period, segments, isMailed, linkedAt, ...unit }: LiftUnit,
  horizonDays: number,
): object {
  const outcome = measureOutcome(unit, Infinity, horizonDays);
  const end = unit.enrolledAt + horizonDays * DAY_MS;
  return {
    personId,
    period,
    segments,
    arm: unit.arm,
    enrolledAt: toIso(unit.enrolledAt),
    horizonDays,
    isReached: isMailed || linkedAt.some((at) => at > unit.enrolledAt && at < end),
    ...outcome,
  };
}

/** Adds the rows of `outcome` to the sums of their days, or takes them away. A day without customers stays, as zeros. */
function sumUp(shopId: string, sign: 1 | -1): Prisma.Sql {
  const times = Prisma.raw(String(sign));
  return Prisma.sql`
    INSERT INTO "OutcomeDay" AS kept ("shopId", segment, "horizonDays", day, period, arm, customers, buyers, offered,
      "boughtOffer", "laterY", "laterX", "laterYY", "laterXX", "laterXY", "occasionsY", "occasionsX", "occasionsYY",
      "occasionsXX", "occasionsXY")
    SELECT ${shopId}, s.segment, o."horizonDays", (o."enrolledAt" AT TIME ZONE 'UTC')::date, o.period, o.arm,
      ${times} * count(*), ${times} * count(*) FILTER (WHERE o."laterOrders" > 0),
      ${times} * count(o."isOfferBought"), ${times} * count(*) FILTER (WHERE o."isOfferBought"),
      ${times} * sum(o."laterRevenueMinor"), ${times} * sum(o."laterOrders"),
      ${times} * sum(o."laterRevenueMinor"::numeric * o."laterRevenueMinor"),
      ${times} * sum(o."laterOrders"::numeric * o."laterOrders"),
      ${times} * sum(o."laterRevenueMinor"::numeric * o."laterOrders"),
      ${times} * sum(o."occasionRevenueMinor"), ${times} * sum(o.occasions),
      ${times} * sum(o."occasionRevenueMinor"::numeric * o."occasionRevenueMinor"),
      ${times} * sum(o.occasions::numeric * o.occasions),
      ${times} * sum(o."occasionRevenueMinor"::numeric * o.occasions)
    FROM outcome o CROSS JOIN LATERAL (SELECT DISTINCT unnest(array_append(o.segments, '')) AS segment) s
    GROUP BY 2, 3, 4, 5, 6 ORDER BY 2, 3, 4, 5, 6
    ON CONFLICT ("shopId", segment, "horizonDays", day, period, arm) DO UPDATE SET
      customers = kept.customers + excluded.customers, buyers = kept.buyers + excluded.buyers,
      offered = kept.offered + excluded.offered, "boughtOffer" = kept."boughtOffer" + excluded."boughtOffer",
      "laterY" = kept."laterY" + excluded."laterY", "laterX" = kept."laterX" + excluded."laterX",
      "laterYY" = kept."laterYY" + excluded."laterYY", "laterXX" = kept."laterXX" + excluded."laterXX",
      "laterXY" = kept."laterXY" + excluded."laterXY", "occasionsY" = kept."occasionsY" + excluded."occasionsY",
      "occasionsX" = kept."occasionsX" + excluded."occasionsX",
      "occasionsYY" = kept."occasionsYY" + excluded."occasionsYY",
      "occasionsXX" = kept."occasionsXX" + excluded."occasionsXX",
      "occasionsXY" = kept."occasionsXY" + excluded."occasionsXY"`;
}
