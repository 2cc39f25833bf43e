import type { Client } from 'pg';
import { DAY_MS } from '#core/shared/time';

/** The first customers are enrolled here, the last a year later. */
export const FIRST_AT = Date.parse('2026-01-01T00:00:00Z');
/** Everybody has finished their 90 days. */
export const AS_OF = FIRST_AT + 500 * DAY_MS;

/**
 * Puts the outcomes of so many customers into the app's own tables, with the sums of their days: a quarter buys again, at
 * prices with a heavy tail, the emailed ones an eighth more often. In: connection as owner, shop, customers.
 */
export async function fillExperiment(client: Client, shopId: string, customers: number): Promise<void> {
  await client.query(SHOP, [shopId]);
  await client.query('SELECT setseed(0.5)');
  await client.query(OUTCOMES, [shopId, customers, new Date(FIRST_AT)]);
  await client.query(DAYS, [shopId]);
}

const SHOP = `
  INSERT INTO "Shop" ("shopId", name, currency, zone, "countryCode", "contactEmail", "postalAddress", "storeUrl",
    "installedAt", "settingsVersion")
  VALUES ($1, $1, 'EUR', 'Europe/Berlin', 'DE', 'a@shop.test', '', 'https://shop.test', '2026-01-01', 0)`;

const OUTCOMES = `
  INSERT INTO "Outcome" ("shopId", "personId", "horizonDays", arm, period, segments, "enrolledAt", "laterOrders",
    "laterRevenueMinor", occasions, "occasionRevenueMinor", "isOfferBought")
  SELECT $1, 'p' || n, 90, arm, 0, '{}', $3::timestamptz + CASE WHEN n = 1 THEN 0 ELSE random() END * interval '365 days', orders,
    CASE WHEN orders > 0 THEN ceil(orders * minor) ELSE 0 END, 1 + orders, ceil((1 + orders) * minor), NULL
  FROM (
    SELECT n, arm, 4000 * exp(0.8 * sqrt(-2 * ln(1 - random())) * cos(2 * pi() * random())) AS minor,
      CASE WHEN random() < CASE arm WHEN 'treatment' THEN 0.28 ELSE 0.25 END THEN 1 + floor(random() * 1.4)::int ELSE 0 END AS orders
    FROM (SELECT n, CASE WHEN random() < 0.15 THEN 'holdout' ELSE 'treatment' END AS arm
      FROM generate_series(1, $2::int) n) drawn
  ) shopper`;

/** As the app sums them up. */
const DAYS = `
  INSERT INTO "OutcomeDay" ("shopId", segment, "horizonDays", day, period, arm, customers, buyers, offered, "boughtOffer",
    "laterY", "laterX", "laterYY", "laterXX", "laterXY", "occasionsY", "occasionsX", "occasionsYY", "occasionsXX",
    "occasionsXY")
  SELECT $1, '', "horizonDays", ("enrolledAt" AT TIME ZONE 'UTC')::date, period, arm, count(*),
    count(*) FILTER (WHERE "laterOrders" > 0), 0, 0, sum("laterRevenueMinor"), sum("laterOrders"),
    sum("laterRevenueMinor"::numeric * "laterRevenueMinor"), sum("laterOrders"::numeric * "laterOrders"),
    sum("laterRevenueMinor"::numeric * "laterOrders"), sum("occasionRevenueMinor"), sum(occasions),
    sum("occasionRevenueMinor"::numeric * "occasionRevenueMinor"), sum(occasions::numeric * occasions),
    sum("occasionRevenueMinor"::numeric * occasions)
  FROM "Outcome" WHERE "shopId" = $1 GROUP BY 3, 4, 5, 6`;
