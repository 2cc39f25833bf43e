import { queryDatabase } from './query-database';

type Row = Readonly<Record<string, unknown>>;
export type OrderStory = Readonly<
  Record<'orders' | 'people' | 'enrolments' | 'touches' | 'decisions', ReadonlyArray<Row>>
>;

/** What is kept besides ids made by chance and the times of processing. */
const QUERIES = {
  orders: `SELECT "personId", "confirmedAt", "updatedAt", "cancelledAt", "isPurchase", "isGivenBack", "valueMinor", "netMinor", basket, owned,
      (SELECT jsonb_agg(jsonb_build_array(line -> 'productId', line -> 'currentQuantity')) FROM jsonb_array_elements("order" -> 'lines') line) AS lines
    FROM "Order" WHERE "personId" = $1`,
  people: `SELECT "personId", "customerId", arm, experiment FROM "Person" WHERE "personId" = $1`,
  enrolments: `SELECT "orderId", arm, "confirmedAt", "settingsVersion", zone, segments, "isLive", "exitReason"
    FROM "Enrolment" WHERE "personId" = $1`,
  touches: `SELECT "orderId", "touchNumber", state, reason, "firstDueAt", "dueAt", "windowEndsAt", "productId", "settingsVersion"
    FROM "Touch" WHERE "personId" = $1 ORDER BY "touchNumber"`,
  decisions: `SELECT "orderId", "touchNumber", verdict, reason, arm, "settingsVersion", rule, gates, candidates, "chosenProductId"
    FROM "Decision" WHERE "personId" = $1 ORDER BY "touchNumber" NULLS FIRST`,
} as const;

/**
 * Everything that Encore keeps about one customer with one order, with both ids and the bucket replaced by words, so that two customers
 * who lived through the same can be compared.
 */
export async function readOrderStory(
  databaseUrl: string,
  customerId: string,
  orderId: string,
): Promise<OrderStory> {
  const read = async (sql: string): Promise<ReadonlyArray<Row>> => {
    const rows = await queryDatabase(databaseUrl, sql, [`gid://shopify/Customer/${customerId}`]);
    const plain = JSON.stringify(rows)
      .replaceAll(`/Customer/${customerId}"`, '/Customer/own"')
      .replaceAll(`/Order/${orderId}"`, '/Order/own"')
      .replaceAll(/"bucket":\d+/g, '"bucket":"own"');
    return JSON.parse(plain);
  };
  const [orders = [], people = [], enrolments = [], touches = [], decisions = []] = await Promise.all(
    [QUERIES.orders, QUERIES.people, QUERIES.enrolments, QUERIES.touches, QUERIES.decisions].map(read),
  );
  return { orders, people, enrolments, touches, decisions };
}
