import type { Stack } from '../../browser/start-stack';

const SHOP = 'demo.myshopify.com';

/**
 * An experiment whose windows are full: 1,700 emailed and 300 held-out customers enrolled 170 and 100 days before the last
 * order, half on each day; of the emailed every second buys again, of the held-out every third, for less.
 */
export async function growExperiment(stack: Stack): Promise<void> {
  const { database } = stack;
  await database.query(PEOPLE, [SHOP]);
  await database.query(ORDERS, [SHOP]);
  await database.query(ENROLMENTS, [SHOP]);
}

const SHOPPERS = `
  SELECT n, CASE WHEN n <= 1700 THEN 'treatment' ELSE 'holdout' END AS arm,
    (SELECT max("confirmedAt") FROM "Order" WHERE "shopId" = $1 AND "orderId" NOT LIKE '%grown%')
      - CASE WHEN n % 4 < 2 THEN interval '170 days' ELSE interval '100 days' END AS at
  FROM generate_series(1, 2000) n`;

const PEOPLE = `
  INSERT INTO "Person" ("shopId", "personId", "customerId", arm, "armAssignedAt")
  SELECT $1, 'gid://shopify/Customer/88' || n, 'gid://shopify/Customer/88' || n, arm, at FROM (${SHOPPERS}) s`;

const ORDERS = `
  INSERT INTO "Order" ("shopId", "orderId", name, "personId", "createdAt", "confirmedAt", "updatedAt", "isPurchase",
    currency, "valueMinor", "netMinor", basket, owned, "order")
  SELECT $1, 'gid://shopify/Order/grown' || n || '-' || later, '#G' || n || '-' || later,
    'gid://shopify/Customer/88' || n, s.at + later * interval '10 days', s.at + later * interval '10 days', s.at, true,
    'EUR', minor, minor, '{}', '{}', '{}'
  FROM (${SHOPPERS}) s
  CROSS JOIN LATERAL (VALUES (0, 10000 + n % 5 * 100),
    (1, CASE arm WHEN 'treatment' THEN 9000 ELSE 5000 END + n % 7 * 10)) AS o(later, minor)
  WHERE later = 0 OR n % CASE arm WHEN 'treatment' THEN 2 ELSE 3 END = 0`;

const ENROLMENTS = `
  INSERT INTO "Enrolment" ("shopId", "enrolmentId", "orderId", "personId", arm, "confirmedAt", "enrolledAt",
    "settingsVersion", zone, segments, "isLive", "endedAt", "exitReason")
  SELECT $1, 'grown ' || n, 'gid://shopify/Order/grown' || n || '-0', 'gid://shopify/Customer/88' || n, arm, at, at, 1,
    'Europe/London', CASE WHEN n % 10 = 0 THEN '{repeat}'::text[] ELSE '{}' END, false, at, 'completed'
  FROM (${SHOPPERS}) s`;
