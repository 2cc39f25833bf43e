import { Prisma, type PrismaClient } from '@prisma/client';
import type { NumberedOverride, PairingKey, PairingOverride } from '#core/affinity/override';
import { PAIRING_USES } from '#core/affinity/override';
import type { PairingTable } from '#core/affinity/pairing';
import type { Store } from '#flows/ports';
import { instantOf, instantOrNull, isoOrNull } from './instant';
import { lockOverrides } from './lock';
import { asOwner, withinShop, type Sql } from './within-shop';

const ROWS_PER_INSERT = 2000;

type OverrideRow = Omit<NumberedOverride, 'startsAt' | 'endsAt' | 'savedAt' | 'use'> & {
  readonly use: string;
  readonly startsAt: Date | null;
  readonly endsAt: Date | null;
  readonly savedAt: Date;
};

export function pairingOverrideMethods(
  prisma: PrismaClient,
): Pick<Store, 'overridesOf' | 'allOverrides' | 'changeOverrides' | 'putOverrides'> {
  return {
    // Every touch asks this, so it goes out as the owner in one statement that names its shop.
    overridesOf: async (shopId, table, antecedentIds) => {
      const beside = Prisma.sql`AND o."table" = ${table} AND o."antecedentId" = ANY(${[...antecedentIds]}::text[])`;
      return readOverrides(asOwner(prisma), shopId, beside);
    },

    allOverrides: (shopId) => withinShop(prisma, shopId, (sql) => readOverrides(sql, shopId, Prisma.empty)),

    changeOverrides: (shopId, { put, remove }) =>
      withinShop(prisma, shopId, async (sql) => {
        await lockOverrides(sql, shopId);
        const keys = JSON.stringify([...put, ...remove].map(keyOf));
        const before = await readOverrides(
          sql,
          shopId,
          Prisma.sql`AND (o."table", o."antecedentId", o."consequentId") IN (
            SELECT k."table", k."antecedentId", k."consequentId" FROM jsonb_to_recordset(${keys}::jsonb)
              AS k("table" text, "antecedentId" text, "consequentId" text))`,
        );
        await removeOverrides(sql, shopId, remove);
        await putOverrides(sql, shopId, put);
        return before;
      }),

    putOverrides: (shopId, decide) =>
      withinShop(prisma, shopId, async (sql) => {
        await lockOverrides(sql, shopId);
        const put = await decide(await readOverrides(sql, shopId, Prisma.empty));
        for (let start = 0; start < put.length; start += ROWS_PER_INSERT)
          await putOverrides(sql, shopId, put.slice(start, start + ROWS_PER_INSERT));
      }),
  };
}

async function putOverrides(sql: Sql, shopId: string, put: ReadonlyArray<PairingOverride>): Promise<void> {
  const rows = put.map((override) => ({
    ...override,
    startsAt: isoOrNull(override.startsAt),
    endsAt: isoOrNull(override.endsAt),
    savedAt: isoOrNull(override.savedAt),
  }));
  await sql.$executeRaw`
    INSERT INTO "PairingOverride"
      ("shopId", "table", "antecedentId", "consequentId", use, note, "startsAt", "endsAt", "savedBy", "savedAt")
    SELECT ${shopId}, n."table", n."antecedentId", n."consequentId", n.use, n.note, n."startsAt", n."endsAt",
      n."savedBy", n."savedAt"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS n("table" text, "antecedentId" text,
      "consequentId" text, use text, note text, "startsAt" timestamptz, "endsAt" timestamptz,
      "savedBy" text, "savedAt" timestamptz)
    ON CONFLICT ("shopId", "table", "antecedentId", "consequentId") DO UPDATE SET use = excluded.use,
      note = excluded.note, "startsAt" = excluded."startsAt", "endsAt" = excluded."endsAt",
      "savedBy" = excluded."savedBy", "savedAt" = excluded."savedAt"`;
}

async function removeOverrides(sql: Sql, shopId: string, keys: ReadonlyArray<PairingKey>): Promise<void> {
  await sql.$executeRaw`
    DELETE FROM "PairingOverride" o
    USING jsonb_to_recordset(${JSON.stringify(keys.map(keyOf))}::jsonb)
      AS k("table" text, "antecedentId" text, "consequentId" text)
    WHERE o."shopId" = ${shopId} AND o."table" = k."table" AND o."antecedentId" = k."antecedentId"
      AND o."consequentId" = k."consequentId"`;
}

async function readOverrides(
  sql: Sql,
  shopId: string,
  which: Prisma.Sql,
): Promise<ReadonlyArray<NumberedOverride>> {
  const rows = await sql.$queryRaw<ReadonlyArray<OverrideRow>>`
    SELECT o."table", o."antecedentId", o."consequentId", o.use, o.note, o."startsAt", o."endsAt", o."savedBy",
      o."savedAt", a.number AS antecedent, c.number AS consequent
    FROM "PairingOverride" o
    JOIN "Product" a ON a."shopId" = o."shopId" AND a."productId" = o."antecedentId"
    JOIN "Product" c ON c."shopId" = o."shopId" AND c."productId" = o."consequentId"
    WHERE o."shopId" = ${shopId} ${which}
    ORDER BY o."table", o."antecedentId", o."consequentId"`;
  return rows.map((row) => ({
    ...row,
    use: parseUse(row.use),
    startsAt: instantOrNull(row.startsAt),
    endsAt: instantOrNull(row.endsAt),
    savedAt: row.savedAt.getTime(),
  }));
}

/** An override as it comes inside a document: its times in ms. */
export type OverrideAnswer = Omit<NumberedOverride, 'use'> & { readonly use: string };

export function parseOverride(answer: OverrideAnswer): NumberedOverride {
  return { ...answer, use: parseUse(answer.use) };
}

/** What the merchant decided about what follows these products, as one document to be read with others. */
export function overridesColumn(
  shopId: string,
  table: PairingTable,
  antecedentIds: Iterable<string>,
): Prisma.Sql {
  return Prisma.sql`(
    SELECT coalesce(jsonb_agg(jsonb_build_object('table', o."table", 'antecedentId', o."antecedentId",
      'consequentId', o."consequentId", 'use', o.use, 'note', o.note, 'startsAt', ${instantOf(Prisma.sql`o."startsAt"`)},
      'endsAt', ${instantOf(Prisma.sql`o."endsAt"`)}, 'savedBy', o."savedBy", 'savedAt', ${instantOf(Prisma.sql`o."savedAt"`)},
      'antecedent', a.number, 'consequent', c.number) ORDER BY o."antecedentId", o."consequentId"), '[]')
    FROM "PairingOverride" o
    JOIN "Product" a ON a."shopId" = ${shopId} AND a."productId" = o."antecedentId"
    JOIN "Product" c ON c."shopId" = ${shopId} AND c."productId" = o."consequentId"
    WHERE o."shopId" = ${shopId} AND o."table" = ${table} AND o."antecedentId" = ANY(${[...antecedentIds]}::text[]))`;
}

function parseUse(stored: string): PairingOverride['use'] {
  const use = PAIRING_USES.find((known) => known === stored);
  if (!use) throw new Error(`"${stored}" is no use of a pairing; known are ${PAIRING_USES.join(', ')}`);
  return use;
}

const keyOf = ({ table, antecedentId, consequentId }: PairingKey) => ({ table, antecedentId, consequentId });
