import { Prisma, type PrismaClient } from '@prisma/client';
import { RETURN_REMEMBERED_MS } from '#core/affinity/counted-order';
import { DEFAULT_SETTINGS } from '#core/settings/settings';
import { BROWSE_DAYS } from '#core/recommend/score-signals';
import { CAP_WINDOW_MS } from '#core/suppression/frequency-cap';
import { toIso } from '#core/shared/time';
import type { Store } from '#flows/ports';
import type { AskedTouch, TouchFacts } from '#flows/records';
import { instantOf } from './instant';
import { historyOf, type HistoryOrder } from './order-history';
import { parseReason } from './parse-decision';
import { keptSettings } from './kept-settings';
import { asOwner, type Sql } from './within-shop';

const MOST_DELIVERED = 20;
const CONFIRMED_AT = instantOf(Prisma.sql`b."confirmedAt"`);
const SENT_AT = Prisma.sql`coalesce(r."sentAt", r."attemptedAt")`;
const DELIVERED_AT = Prisma.sql`min(v.at) FILTER (WHERE v.kind = 'delivered')`;

type Told =
  'dueAt' | 'windowEndsAt' | 'confirmedAt' | 'exitReason' | 'pinned' | keyof ReturnType<typeof historyOf>;
type FactsRow = Omit<TouchFacts, Told> & {
  readonly dueAt: Date;
  readonly windowEndsAt: Date;
  readonly confirmedAt: Date;
  readonly exitReason: string | null;
  readonly settings: string | null; // in one row of each version that was saved
  readonly orders: ReadonlyArray<HistoryOrder>; // of the person
};

export function touchFactsMethods(prisma: PrismaClient): Pick<Store, 'touchFacts'> {
  return {
    // One statement for a batch of any size, as the owner: it names its shop in every part.
    touchFacts: async (shopId, touches, now) => {
      const rows = await readFacts(asOwner(prisma), shopId, touches, now);
      const pinned = new Map(
        rows.flatMap((row) => (row.settings ? [[row.settingsVersion, keptSettings(row.settings)]] : [])),
      );
      return rows.map(({ settings: _settings, orders, ...row }) => ({
        ...row,
        ...historyOf(orders),
        dueAt: row.dueAt.getTime(),
        windowEndsAt: row.windowEndsAt.getTime(),
        confirmedAt: row.confirmedAt.getTime(),
        exitReason: parseReason(row.exitReason),
        pinned: pinned.get(row.settingsVersion) ?? DEFAULT_SETTINGS,
      }));
    },
  };
}

/**
 * A send that lies after now, because the clock went back, counts as one of just now: the cap never opens by that.
 * What was given back is told of an order by its last update: never before the return, at times later.
 * The arm is the person's: where a guest and a customer were merged, the arm that was drawn first holds.
 * A person's orders are looked up once; what is asked of them is found in the list.
 * The touches stand apart so that the plan begins with them: a planner without statistics read all enrolments first.
 * Each address is looked for by itself (OFFSET keeps it so): a list of them made the planner read every suppression.
 * Settings are long and the same for nearly all, so that only the first touch of a version brings them.
 */
async function readFacts(
  sql: Sql,
  shopId: string,
  touches: ReadonlyArray<AskedTouch>,
  now: number,
): Promise<ReadonlyArray<FactsRow>> {
  const touchIds = touches.map(({ touchId }) => touchId);
  const domains = Object.fromEntries(touches.map(({ touchId, domainHash }) => [touchId, domainHash]));
  return sql.$queryRaw<ReadonlyArray<FactsRow>>`
    WITH t AS MATERIALIZED (
      SELECT *, ${JSON.stringify(domains)}::jsonb ->> "touchId" AS "domainHash"
      FROM "Touch" WHERE "shopId" = ${shopId} AND "touchId" = ANY(${touchIds}::text[]))
    SELECT t."touchId", t."touchNumber", t."firstDueAt" AS "dueAt", t."windowEndsAt", t."enrolmentId",
      e."isLive" AS "isEnrolmentLive", e."exitReason", e."orderId", e."personId", coalesce(p.arm, e.arm) AS arm,
      e."confirmedAt", e.zone, e.segments, e."settingsVersion",
      CASE WHEN row_number() OVER (PARTITION BY e."settingsVersion") = 1 THEN (
        SELECT v.settings::text FROM "SettingsVersion" v
        WHERE v."shopId" = ${shopId} AND v.version = e."settingsVersion") END AS settings,
      ARRAY(SELECT s.kind FROM unnest(ARRAY[p."emailHash", o."emailHash", t."emailHash"]) AS known(hash)
        CROSS JOIN LATERAL (SELECT s.kind FROM "Suppression" s
          WHERE s."shopId" = ${shopId} AND s."emailHash" = known.hash OFFSET 0) s
        UNION SELECT d.kind FROM "SuppressedDomain" d
        WHERE d."shopId" = ${shopId} AND d."domainHash" = t."domainHash") AS suppressions,
      (SELECT coalesce(json_agg(json_build_object('orderId', b."orderId", 'confirmedAt', ${CONFIRMED_AT},
          'isPurchase', b."isPurchase", 'netMinor', b."netMinor", 'valueMinor', b."valueMinor",
          'isNewer', (b."confirmedAt", length(b."orderId"), b."orderId" COLLATE "C")
            > (e."confirmedAt", length(e."orderId"), e."orderId" COLLATE "C"),
          'isEarlier', (b."confirmedAt", length(b."orderId"), b."orderId" COLLATE "C")
            < (e."confirmedAt", length(e."orderId"), e."orderId" COLLATE "C"),
          'basket', b.basket, 'owned', b.owned,
          'returned', CASE WHEN b."updatedAt" > ${toIso(now - RETURN_REMEMBERED_MS)}::timestamptz
            THEN b.returned ELSE '{}' END)
          ORDER BY b."confirmedAt", length(b."orderId"), b."orderId" COLLATE "C"), '[]')
        FROM "Order" b WHERE b."shopId" = ${shopId} AND b."personId" = e."personId") AS orders,
      (SELECT coalesce(jsonb_agg(to_jsonb(w) ORDER BY w."productNumber"), '[]') FROM (
        SELECT v."productNumber", instant_ms(max(v."seenAt")) AS at
        FROM "Order" b
        JOIN "VisitorOrder" j ON j."shopId" = ${shopId} AND j."orderId" = b."orderId"
        JOIN "ProductView" v ON v."shopId" = ${shopId} AND v."visitorHash" = j."visitorHash"
        WHERE b."shopId" = ${shopId} AND b."personId" = e."personId"
          AND v."seenAt" BETWEEN e."confirmedAt" - ${BROWSE_DAYS} * interval '24 hours' AND e."confirmedAt"
        GROUP BY v."productNumber") w) AS browsed,
      (SELECT coalesce(jsonb_agg(least(${instantOf(SENT_AT)}, ${now}::bigint)), '[]')
        FROM "Touch" r
        WHERE r."shopId" = ${shopId} AND r."personId" = e."personId"
          AND r.state IN ('accepted', 'sending', 'ambiguous', 'withheld')
          AND ${SENT_AT} > ${toIso(now - CAP_WINDOW_MS)}::timestamptz
      ) AS "recentSends",
      (SELECT coalesce(jsonb_agg(to_jsonb(d) ORDER BY d."deliveredAt" DESC), '[]') FROM (
        SELECT ${instantOf(DELIVERED_AT)} AS "deliveredAt",
          coalesce(bool_or(v.kind = 'open' AND NOT v."isMachine"), false) AS "humanOpen",
          coalesce(bool_or(v.kind = 'open' AND v."isMachine"), false) AS "machineOpen",
          coalesce(bool_or(v.kind = 'click' AND NOT v."isMachine"), false) AS "verifiedClick",
          EXISTS (SELECT FROM "Order" b WHERE b."shopId" = ${shopId} AND b."personId" = e."personId"
            AND b."isPurchase" AND b."confirmedAt" > ${DELIVERED_AT}) AS "orderAfter"
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
