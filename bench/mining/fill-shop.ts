import type { Client } from 'pg';
import { generateBaskets } from './generate-baskets';

const ORDERS_PER_INSERT = 20_000;
/** Orders of a shop lie some minutes apart, from here on. */
export const HISTORY_FROM = Date.parse('2026-01-01T00:00:00Z');
export const HISTORY_TO = Date.parse('2027-01-01T00:00:00Z');

/**
 * Puts generated orders into the app's own tables. In: connection as owner, shop, line items, products.
 */
export async function fillShop(
  client: Client,
  shopId: string,
  lines: number,
  products: number,
): Promise<void> {
  const { persons, products: baskets } = generateBaskets(lines, products);
  await client.query(
    `INSERT INTO "Person" ("shopId", "personId", "customerId")
     SELECT $1, 'p' || n, 'c' || n FROM generate_series(0, $2::int) n`,
    [shopId, persons.at(-1)],
  );
  await client.query('CREATE TEMP TABLE sold ("order" int, person int, basket text, at timestamptz)');
  for (let from = 0; from < persons.length; from += ORDERS_PER_INSERT) {
    const orders = Array.from(persons.subarray(from, from + ORDERS_PER_INSERT), (person, at) => {
      const [start, end] = [baskets.starts[from + at], baskets.starts[from + at + 1]];
      return { order: from + at, person, basket: `{${baskets.items.subarray(start, end).join(',')}}` };
    });
    await client.query(SELL, [
      orders.map(({ order }) => order),
      orders.map(({ person }) => person),
      orders.map(({ basket }) => basket),
      new Date(HISTORY_FROM),
    ]);
  }
  await client.query(KEEP, [shopId]);
  await client.query('DROP TABLE sold');
}

const SELL = `
  INSERT INTO sold SELECT *, $4::timestamptz + "order" * interval '1 second' + person % 997 * interval '3 hours' AS at
  FROM unnest($1::int[], $2::int[], $3::text[]) AS one("order", person, basket)`;

/** Orders come in the sequence of time, not of persons. The order itself is as long as a small one of Shopify's. */
const KEEP = `
  INSERT INTO "Order" ("shopId", "orderId", name, "personId", "createdAt", "confirmedAt", "updatedAt", "isPurchase",
    currency, "valueMinor", "netMinor", basket, owned, "order")
  SELECT $1, (5000000000000 + "order")::text, '#' || "order", 'p' || person, at, at, at, true, 'EUR', 4900, 4900,
    basket::int[], basket::int[], jsonb_build_object('lines', basket, 'note', repeat('order line ', 60))
  FROM sold ORDER BY at`;
