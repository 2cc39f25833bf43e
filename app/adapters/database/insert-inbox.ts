import { Prisma } from '@prisma/client';
import { toIso } from '#core/shared/time';
import type { NewInboxRow } from '#flows/records';
import { isoOrNull } from './instant';
import type { Sql } from './within-shop';

/** Longer texts of a statement each have a name of their own at the server. */
const MOST_AT_ONCE = 32;

type Kept = 'stored' | 'duplicate';
type Waiting = {
  readonly shopId: string;
  readonly row: NewInboxRow;
  readonly resolve: (kept: Kept) => void;
  readonly reject: (error: unknown) => void;
};

/**
 * Stores webhooks as they come: one that comes alone at once, those that come while a statement is under way together in
 * the next one, so that a flood costs few commits and nobody waits for a timer. A sender's answer follows its own commit.
 */
export function createInboxWriter(sql: Sql): (shopId: string, row: NewInboxRow) => Promise<Kept> {
  const waiting: Waiting[] = [];
  let isWriting = false;
  const writeAll = async () => {
    isWriting = true;
    while (waiting.length > 0) await write(sql, waiting.splice(0, MOST_AT_ONCE));
    isWriting = false;
  };
  return (shopId, row) =>
    new Promise((resolve, reject) => {
      waiting.push({ shopId, row, resolve, reject });
      if (!isWriting) void writeAll();
    });
}

async function write(sql: Sql, batch: ReadonlyArray<Waiting>): Promise<void> {
  try {
    const stored = await insert(sql, batch);
    // Of two deliveries with one id in a batch, the first has stored it.
    for (const one of batch) one.resolve(stored.delete(keyOf(one.shopId, one.row)) ? 'stored' : 'duplicate');
  } catch (error) {
    if (batch.length === 1) batch[0]?.reject(error);
    // One that cannot be stored must not take the others with it; side by side, or a database that is away would let each
    // wait for all before it.
    else await Promise.all(batch.map((one) => write(sql, [one])));
  }
}

async function insert(sql: Sql, batch: ReadonlyArray<Waiting>): Promise<Set<string>> {
  const values = batch.map(
    ({
      shopId,
      row,
    }) => Prisma.sql`(${shopId}, ${row.webhookId}, ${row.naturalKey}, ${row.topic}, ${row.payload},
      ${isoOrNull(row.triggeredAt)}::timestamptz, ${toIso(row.receivedAt)}::timestamptz,
      ${toIso(row.receivedAt)}::timestamptz)`,
  );
  const rows = await sql.$queryRaw<ReadonlyArray<{ readonly shopId: string; readonly webhookId: string }>>`
    INSERT INTO "Inbox" ("shopId", "webhookId", "naturalKey", topic, payload, "triggeredAt", "receivedAt", "nextAt")
    VALUES ${Prisma.join(values)}
    ON CONFLICT DO NOTHING RETURNING "shopId", "webhookId"`;
  return new Set(rows.map((row) => keyOf(row.shopId, row)));
}

function keyOf(shopId: string, { webhookId }: Pick<NewInboxRow, 'webhookId'>): string {
  return `${shopId} ${webhookId}`;
}
