import type { PrismaClient } from '@prisma/client';
import { RETURN_REMEMBERED_MS } from '#core/affinity/counted-order';
import { DEFAULT_SETTINGS, type Settings } from '#core/settings/settings';
import { BROWSE_DAYS } from '#core/recommend/score-signals';
import { CAP_WINDOW_MS } from '#core/suppression/frequency-cap';
import { toIso } from '#core/shared/time';
import type { Store } from '#flows/ports';
import type { TouchFacts } from '#flows/records';
import { parseReason } from './parse-decision';
import { keptSettings } from './kept-settings';
import { withinShop, type Sql } from './within-shop';

const MOST_DELIVERED = 20;

type FactsRow = Omit<TouchFacts, 'dueAt' | 'windowEndsAt' | 'confirmedAt' | 'exitReason' | 'pinned'> & {
  readonly dueAt: Date;
  readonly windowEndsAt: Date;
  readonly confirmedAt: Date;
  readonly exitReason: string | null;
};

export function touchFactsMethods(prisma: PrismaClient): Pick<Store, 'touchFacts'> {
  return {
    // Three statements for a batch of any size: the wall between shops, the facts, the pinned settings.
    touchFacts: (shopId, touchIds, now) =>
      withinShop(prisma, shopId, async (sql) => {
        const rows = await readFacts(sql, shopId, touchIds, now);
        const versions = await readVersions(
          sql,
          shopId,
          rows.map((row) => row.settingsVersion),
        );
        return rows.map((row) => ({
          ...row,
          owned: [...new Set(row.owned)],
          boughtBefore: [...new Set(row.boughtBefore)],
          dueAt: row.dueAt.getTime(),
          windowEndsAt: row.windowEndsAt.getTime(),
          confirmedAt: row.confirmedAt.getTime(),
          exitReason: parseReason(row.exitReason),
          pinned: versions.get(row.settingsVersion) ?? DEFAULT_SETTINGS,
        }));
      }),
  };
}

async function readVersions(
  sql: Sql,
  shopId: string,
  wanted: ReadonlyArray<number>,
): Promise<ReadonlyMap<number, Settings>> {
  const rows = await sql.$queryRaw<ReadonlyArray<{ readonly version: number; readonly settings: string }>>`
    SELECT version, settings::text FROM "SettingsVersion"
    WHERE "shopId" = ${shopId} AND version = ANY(${[...new Set(wanted)]}::int[])`;
  return new Map(rows.map((row) => [row.version, keptSettings(row.settings)]));
}

/**
 * A send that lies after now, because the clock went back, counts as one of just now: the cap never opens by that.
 * What was given back is told of an order by its last update: never before the return, at times later.
 * The arm is the person's: where a guest and a customer were merged, the arm that was drawn first holds.
 * The touches stand apart so that the plan begins with them: a planner without statistics read all enrolments first.
 */
async function readFacts(
  sql: Sql,
  shopId: string,
  touchIds: ReadonlyArray<string>,
  now: number,
): Promise<ReadonlyArray<FactsRow>> {
  return sql.$queryRaw<ReadonlyArray<FactsRow>>`
    WITH t AS MATERIALIZED (SELECT * FROM "Touch" WHERE "shopId" = ${shopId} AND "touchId" = ANY(${[...touchIds]}::text[]))
    SELECT t."touchId", t."touchNumber", t."firstDueAt" AS "dueAt", t."windowEndsAt", t."enrolmentId",
      e."isLive" AS "isEnrolmentLive", e."exitReason", e."orderId", e."personId", coalesce(p.arm, e.arm) AS arm,
      e."confirmedAt", e.zone, e.segments, e."settingsVersion",
      ARRAY(SELECT DISTINCT s.kind FROM "Suppression" s
        WHERE s."shopId" = ${shopId} AND s."emailHash" IN (p."emailHash", o."emailHash", t."emailHash")) AS suppressions,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('orderId', b."orderId",
          'confirmedAt', instant_ms(b."confirmedAt"), 'netMinor', b."netMinor", 'valueMinor', b."valueMinor")
          ORDER BY b."confirmedAt", length(b."orderId"), b."orderId" COLLATE "C"), '[]')
        FROM "Order" b
        WHERE b."shopId" = ${shopId} AND b."personId" = e."personId" AND b."isPurchase"
          AND (b."confirmedAt", length(b."orderId"), b."orderId" COLLATE "C")
            > (e."confirmedAt", length(e."orderId"), e."orderId" COLLATE "C")) AS "newerPurchases",
      (SELECT jsonb_build_object('orderId', b."orderId", 'confirmedAt', instant_ms(b."confirmedAt"))
        FROM "Order" b
        WHERE b."shopId" = ${shopId} AND b."personId" = e."personId" AND b."isPurchase"
          AND (b."confirmedAt", length(b."orderId"), b."orderId" COLLATE "C")
            < (e."confirmedAt", length(e."orderId"), e."orderId" COLLATE "C")
        ORDER BY b."confirmedAt" DESC, length(b."orderId") DESC, b."orderId" COLLATE "C" DESC LIMIT 1
      ) AS "purchaseBefore",
      ARRAY(SELECT unnest(b.owned) FROM "Order" b
        WHERE b."shopId" = ${shopId} AND b."personId" = e."personId") AS owned,
      ARRAY(SELECT unnest(b.basket) FROM "Order" b
        WHERE b."shopId" = ${shopId} AND b."personId" = e."personId" AND b."isPurchase"
          AND (b."confirmedAt", length(b."orderId"), b."orderId" COLLATE "C")
            < (e."confirmedAt", length(e."orderId"), e."orderId" COLLATE "C")) AS "boughtBefore",
      (SELECT coalesce(jsonb_agg(to_jsonb(w) ORDER BY w."productNumber"), '[]') FROM (
        SELECT v."productNumber", instant_ms(max(v."seenAt")) AS at
        FROM "Order" b
        JOIN "VisitorOrder" j ON j."shopId" = ${shopId} AND j."orderId" = b."orderId"
        JOIN "ProductView" v ON v."shopId" = ${shopId} AND v."visitorHash" = j."visitorHash"
        WHERE b."shopId" = ${shopId} AND b."personId" = e."personId"
          AND v."seenAt" BETWEEN e."confirmedAt" - ${BROWSE_DAYS} * interval '24 hours' AND e."confirmedAt"
        GROUP BY v."productNumber") w) AS browsed,
      ARRAY(SELECT DISTINCT unnest(b.returned) FROM "Order" b
        WHERE b."shopId" = ${shopId} AND b."personId" = e."personId"
          AND b."updatedAt" > ${toIso(now - RETURN_REMEMBERED_MS)}::timestamptz) AS returned,
      (SELECT coalesce(jsonb_agg(least(instant_ms(coalesce(r."sentAt", r."attemptedAt")), ${now}::bigint)), '[]')
        FROM "Touch" r
        WHERE r."shopId" = ${shopId} AND r."personId" = e."personId"
          AND r.state IN ('accepted', 'sending', 'ambiguous', 'withheld')
          AND coalesce(r."sentAt", r."attemptedAt") > ${toIso(now - CAP_WINDOW_MS)}::timestamptz
      ) AS "recentSends",
      (SELECT coalesce(jsonb_agg(to_jsonb(d) ORDER BY d."deliveredAt" DESC), '[]') FROM (
        SELECT instant_ms(min(v.at) FILTER (WHERE v.kind = 'delivered')) AS "deliveredAt",
          coalesce(bool_or(v.kind = 'open' AND NOT v."isMachine"), false) AS "humanOpen",
          coalesce(bool_or(v.kind = 'open' AND v."isMachine"), false) AS "machineOpen",
          coalesce(bool_or(v.kind = 'click' AND NOT v."isMachine"), false) AS "verifiedClick",
          EXISTS (SELECT FROM "Order" b WHERE b."shopId" = ${shopId} AND b."personId" = e."personId"
            AND b."isPurchase" AND b."confirmedAt" > min(v.at) FILTER (WHERE v.kind = 'delivered')) AS "orderAfter"
        FROM "Touch" r JOIN "EmailEvent" v ON v."shopId" = ${shopId} AND v."touchId" = r."touchId"
        WHERE r."shopId" = ${shopId} AND r."personId" = e."personId"
        GROUP BY r."touchId" HAVING bool_or(v.kind = 'delivered')
        ORDER BY 1 DESC LIMIT ${MOST_DELIVERED}
      ) d) AS engagement,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('touchNumber', r."touchNumber", 'state', r.state,
          'productId', r."productId", 'productTitle', (SELECT i.product ->> 'title' FROM "Product" i
            WHERE i."shopId" = ${shopId} AND i."productId" = r."productId"), 'clickedByPerson', EXISTS (SELECT FROM "EmailEvent" v
            WHERE v."shopId" = ${shopId} AND v."touchId" = r."touchId" AND v.kind = 'click' AND NOT v."isMachine"))
          ORDER BY r."touchNumber"), '[]')
        FROM "Touch" r
        WHERE r."shopId" = ${shopId} AND r."enrolmentId" = e."enrolmentId" AND r."touchNumber" < t."touchNumber"
      ) AS "earlierTouches"
    FROM t
    JOIN "Enrolment" e ON e."shopId" = ${shopId} AND e."enrolmentId" = t."enrolmentId"
    LEFT JOIN "Person" p ON p."shopId" = ${shopId} AND p."personId" = e."personId"
    LEFT JOIN "Order" o ON o."shopId" = ${shopId} AND o."orderId" = e."orderId"`;
}
