import type { Sql } from './within-shop';

/** Whatever decides or ends what one person gets waits here for each other, until the transaction ends. */
export async function lockPerson(sql: Sql, shopId: string, personId: string): Promise<void> {
  await lock(sql, `person ${shopId} ${personId}`);
}

/** A suppression and a sending to the same address wait for each other: whichever commits first is seen by the other. */
export async function lockAddress(sql: Sql, shopId: string, emailHash: string): Promise<void> {
  await lock(sql, `address ${shopId} ${emailHash}`);
}

/** New people are told apart by one transaction of a shop at a time. */
export async function lockPeople(sql: Sql, shopId: string): Promise<void> {
  await lock(sql, `people ${shopId}`);
}

/** Product numbers are given out by one transaction of a shop at a time, so that they stay dense. */
export async function lockProductNumbers(sql: Sql, shopId: string): Promise<void> {
  await lock(sql, `product numbers ${shopId}`);
}

/** The counts of a shop's pairs are changed by one transaction at a time, which reads histories before and after. */
export async function lockCounts(sql: Sql, shopId: string): Promise<void> {
  await lock(sql, `counts ${shopId}`);
}

/** The outcomes of a shop are kept anew by one transaction at a time, so that no sum misses or doubles anybody. */
export async function lockOutcomes(sql: Sql, shopId: string): Promise<void> {
  await lock(sql, `outcomes ${shopId}`);
}

/** Two minings of one table never mix their rows. */
export async function lockPairings(sql: Sql, shopId: string, table: string): Promise<void> {
  await lock(sql, `pairings ${shopId} ${table}`);
}

/** Decisions about pairings are changed one after another, so that an import writes over nothing that it has not seen. */
export async function lockOverrides(sql: Sql, shopId: string): Promise<void> {
  await lock(sql, `overrides ${shopId}`);
}

/** Test e-mails of one shop are counted one after another, so that the limit holds for several at once. */
export async function lockTests(sql: Sql, shopId: string): Promise<void> {
  await lock(sql, `tests ${shopId}`);
}

/** Held against every sending and against each other by whatever changes whether a shop may send. */
export async function lockShop(sql: Sql, shopId: string): Promise<void> {
  await sql.$queryRaw`SELECT 1 AS locked FROM "Shop" WHERE "shopId" = ${shopId} FOR UPDATE`;
}

async function lock(sql: Sql, key: string): Promise<void> {
  await sql.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 0))`;
}
