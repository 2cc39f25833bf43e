import type { PrismaClient } from '@prisma/client';
import { toIso } from '#core/shared/time';
import type { SuppressionKind } from '#core/suppression/reasons';
import type { Store } from '#flows/ports';
import type { EmailEvent } from '#flows/records';
import { lockAddress } from './lock';
import { withinShop, type Sql } from './within-shop';

const SOURCE = 'email_event';

export function emailEventMethods(prisma: PrismaClient): Pick<Store, 'recordEmailEvents'> {
  return {
    // Unique: natural key. Only what is new has consequences, so a repeat cannot undo a later change. An event about a
    // touch that this shop does not have is dropped.
    recordEmailEvents: (shopId, events) =>
      withinShop(prisma, shopId, async (sql) => {
        await lockAddresses(
          sql,
          shopId,
          events.filter((event) => suppressionBy(event) !== null),
        );
        const fresh = await insertEvents(sql, shopId, events);
        if (fresh.size === 0) return 0;
        await settleSends(sql, shopId, [...fresh.values()]);
        await addSuppressions(
          sql,
          shopId,
          events.filter((event) => fresh.has(event.naturalKey)),
        );
        return fresh.size;
      }),
  };
}

/** A hard bounce, a complaint or an unsubscribe ends all e-mail to the address; a block passes by itself. */
function suppressionBy(event: EmailEvent): SuppressionKind | null {
  if (event.kind === 'spamreport') return 'complaint';
  if (event.kind === 'unsubscribe') return 'unsubscribed';
  return event.kind === 'bounce' && !event.isTemporary ? 'bounced' : null;
}

async function lockAddresses(sql: Sql, shopId: string, events: ReadonlyArray<EmailEvent>): Promise<void> {
  if (events.length === 0) return;
  const rows = await sql.$queryRaw<ReadonlyArray<{ readonly emailHash: string }>>`
    SELECT DISTINCT t."emailHash" FROM "Touch" t
    WHERE t."shopId" = ${shopId} AND t."touchId" = ANY(${events.map((event) => event.touchId)}::text[])
      AND t."emailHash" IS NOT NULL
    ORDER BY t."emailHash"`;
  for (const { emailHash } of rows) await lockAddress(sql, shopId, emailHash);
}

/** Out: the touch of each new event, by natural key. */
async function insertEvents(
  sql: Sql,
  shopId: string,
  events: ReadonlyArray<EmailEvent>,
): Promise<ReadonlyMap<string, string>> {
  const rows = events.map((event) => ({ ...event, at: toIso(event.at) }));
  const inserted = await sql.$queryRaw<
    ReadonlyArray<{ readonly naturalKey: string; readonly touchId: string }>
  >`
    INSERT INTO "EmailEvent" ("shopId", "naturalKey", "touchId", kind, at, "isMachine", "isTemporary")
    SELECT ${shopId}, n."naturalKey", n."touchId", n.kind, n.at, n."isMachine", n."isTemporary"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS n("naturalKey" text, "touchId" text, kind text,
      at timestamptz, "isMachine" boolean, "isTemporary" boolean)
    WHERE EXISTS (SELECT FROM "Touch" t WHERE t."shopId" = ${shopId} AND t."touchId" = n."touchId")
    ON CONFLICT DO NOTHING
    RETURNING "naturalKey", "touchId"`;
  return new Map(inserted.map((row) => [row.naturalKey, row.touchId]));
}

/** Whatever the event says, the provider had the e-mail: a send that hung is accepted. It never moves back. */
async function settleSends(sql: Sql, shopId: string, touchIds: ReadonlyArray<string>): Promise<void> {
  await sql.$executeRaw`
    UPDATE "Touch" SET state = 'accepted', reason = NULL, "sentAt" = "attemptedAt", "leaseUntil" = NULL
    WHERE "shopId" = ${shopId} AND "touchId" = ANY(${[...touchIds]}::text[]) AND state IN ('sending', 'ambiguous')`;
}

async function addSuppressions(sql: Sql, shopId: string, events: ReadonlyArray<EmailEvent>): Promise<void> {
  const rows = events.flatMap((event) => {
    const kind = suppressionBy(event);
    return kind === null ? [] : [{ touchId: event.touchId, kind, at: toIso(event.at) }];
  });
  if (rows.length === 0) return;
  await sql.$executeRaw`
    INSERT INTO "Suppression" ("shopId", "emailHash", kind, source, at)
    SELECT ${shopId}, coalesce(t."emailHash", p."emailHash"), n.kind, ${SOURCE}, min(n.at)
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS n("touchId" text, kind text, at timestamptz)
    JOIN "Touch" t ON t."shopId" = ${shopId} AND t."touchId" = n."touchId"
    LEFT JOIN "Person" p ON p."shopId" = ${shopId} AND p."personId" = t."personId"
    WHERE coalesce(t."emailHash", p."emailHash") IS NOT NULL
    GROUP BY coalesce(t."emailHash", p."emailHash"), n.kind
    ON CONFLICT DO NOTHING`;
}
