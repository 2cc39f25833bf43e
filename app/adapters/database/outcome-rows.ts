import { Prisma } from '@prisma/client';
import { toIso } from '#core/shared/time';
import type {
  LiftSlice,
  OutcomeCursor,
  OutcomeFilter,
  OutcomeRow,
  OutcomeTotals,
} from '#flows/ports/lift-store';
import { endOfEnrolled, endOfFinished, whom } from './outcome-sums';
import type { Sql } from './within-shop';

type Page = { readonly after: OutcomeCursor | null; readonly limit: number };

/** The newest first; of two at one moment the one whose id comes later. */
export async function listOutcomes(
  sql: Sql,
  shopId: string,
  slice: LiftSlice,
  filter: OutcomeFilter,
  { after, limit }: Page,
): Promise<ReadonlyArray<OutcomeRow>> {
  const older =
    after === null
      ? Prisma.sql`true`
      : Prisma.sql`(o."enrolledAt", o."personId") < (${toIso(after.enrolledAt)}::timestamptz, ${after.personId})`;
  const rows = await sql.$queryRaw<
    ReadonlyArray<Omit<OutcomeRow, 'enrolledAt'> & { readonly enrolledAt: Date }>
  >`
    SELECT o."personId", b."orderId", b.name AS "orderName", o.arm, o."enrolledAt", o."laterOrders",
      o."laterRevenueMinor"::float8 AS "laterRevenueMinor", o.occasions,
      o."occasionRevenueMinor"::float8 AS "occasionRevenueMinor", o."isOfferBought"
    FROM (SELECT * FROM "Outcome" WHERE ${whoIs(shopId, slice, filter)}) o
    JOIN LATERAL (
      SELECT b."orderId", b.name FROM "Enrolment" e JOIN "Order" b ON b."shopId" = ${shopId} AND b."orderId" = e."orderId"
      WHERE e."shopId" = ${shopId} AND e."personId" = o."personId"
      ORDER BY e."enrolledAt", e."confirmedAt", e."enrolmentId" LIMIT 1
    ) b ON true
    WHERE ${older} ORDER BY o."enrolledAt" DESC, o."personId" DESC LIMIT ${limit}`;
  return rows.map((row) => ({ ...row, enrolledAt: row.enrolledAt.getTime() }));
}

/** Customers of the filter; the sums are of those among them who have finished. */
export async function sumOutcomes(
  sql: Sql,
  shopId: string,
  slice: LiftSlice,
  filter: OutcomeFilter,
): Promise<OutcomeTotals> {
  const hasFinished = Prisma.sql`"enrolledAt" < ${toIso(endOfFinished(slice))}::timestamptz`;
  const finished = Prisma.sql`FILTER (WHERE ${hasFinished})`;
  const [totals] = await sql.$queryRaw<ReadonlyArray<OutcomeTotals>>`
    SELECT count(*)::int AS customers, coalesce(sum("laterOrders") ${finished}, 0)::float8 AS "laterOrders",
      coalesce(sum("laterRevenueMinor") ${finished}, 0)::float8 AS "laterRevenueMinor",
      coalesce(sum(occasions) ${finished}, 0)::float8 AS occasions,
      coalesce(sum("occasionRevenueMinor") ${finished}, 0)::float8 AS "occasionRevenueMinor",
      (count(*) FILTER (WHERE "isOfferBought" AND ${hasFinished}))::int AS "offersBought"
    FROM "Outcome" WHERE ${whoIs(shopId, slice, filter)}`;
  if (!totals) throw new Error(`${shopId}: the outcomes were not summed up`);
  return totals;
}

function whoIs(shopId: string, slice: LiftSlice, { arm, who }: OutcomeFilter): Prisma.Sql {
  const end = who === 'enrolled' ? endOfEnrolled(slice) : endOfFinished(slice);
  const and = {
    enrolled: Prisma.empty,
    finished: Prisma.empty,
    buyers: Prisma.sql`AND "laterOrders" > 0`,
    offered: Prisma.sql`AND "isOfferBought" IS NOT NULL`,
  }[who];
  const ofArm = arm === null ? Prisma.empty : Prisma.sql`AND arm = ${arm}`;
  return Prisma.sql`${whom(shopId, slice, end)} ${and} ${ofArm}`;
}
