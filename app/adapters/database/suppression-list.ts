import type { PrismaClient } from '@prisma/client';
import { toIso } from '#core/shared/time';
import type { SuppressionEntry } from '#core/suppression/suppression-entry';
import type { SuppressionKind } from '#core/suppression/reasons';
import type { ListedSince, SuppressionListFacts, SuppressionStore } from '#flows/ports/suppression-store';
import { lockShop } from './lock';
import { atOnceWithinShop, withinShop } from './within-shop';

type Methods = Pick<
  SuppressionStore,
  | 'suppressionList'
  | 'suppressionsOf'
  | 'countListed'
  | 'addSuppressions'
  | 'removeSuppressions'
  | 'domainSuppressions'
>;

export function suppressionListMethods(prisma: PrismaClient): Methods {
  return {
    suppressionList: (shopId) =>
      atOnceWithinShop(prisma, shopId, async (sql) => {
        const [facts] = await sql.$queryRaw<
          ReadonlyArray<
            Omit<SuppressionListFacts, 'newestImportAt'> & { readonly newestImportAt: Date | null }
          >
        >`
          SELECT
            (SELECT count(DISTINCT "emailHash")::int FROM "Suppression" WHERE "shopId" = ${shopId}) AS addresses,
            (SELECT count(DISTINCT "domainHash")::int FROM "SuppressedDomain" WHERE "shopId" = ${shopId}) AS domains,
            greatest(
              (SELECT max(at) FROM "Suppression" WHERE "shopId" = ${shopId} AND source = 'import'),
              (SELECT max(at) FROM "SuppressedDomain" WHERE "shopId" = ${shopId} AND source = 'import')
            ) AS "newestImportAt"`;
        return {
          addresses: facts?.addresses ?? 0,
          domains: facts?.domains ?? 0,
          newestImportAt: facts?.newestImportAt?.getTime() ?? null,
        };
      }),

    suppressionsOf: (shopId, { scope, hash }) =>
      withinShop(prisma, shopId, async (sql) => {
        const rows =
          scope === 'address'
            ? await sql.$queryRaw<ReadonlyArray<Omit<ListedSince, 'at'> & { readonly at: Date }>>`
                SELECT kind, source, at FROM "Suppression"
                WHERE "shopId" = ${shopId} AND "emailHash" = ${hash} ORDER BY at, kind, source`
            : await sql.$queryRaw<ReadonlyArray<Omit<ListedSince, 'at'> & { readonly at: Date }>>`
                SELECT kind, source, at FROM "SuppressedDomain"
                WHERE "shopId" = ${shopId} AND "domainHash" = ${hash} ORDER BY at, kind, source`;
        return rows.map((row) => ({ ...row, at: row.at.getTime() }));
      }),

    countListed: (shopId, entries) =>
      withinShop(prisma, shopId, async (sql) => {
        const [counted] = await sql.$queryRaw<ReadonlyArray<{ readonly listed: number }>>`
          SELECT count(*)::int AS listed
          FROM jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) AS e(scope text, hash text, kind text)
          WHERE CASE e.scope
            WHEN 'address' THEN EXISTS (SELECT FROM "Suppression" s
              WHERE s."shopId" = ${shopId} AND s."emailHash" = e.hash AND s.kind = e.kind)
            ELSE EXISTS (SELECT FROM "SuppressedDomain" d
              WHERE d."shopId" = ${shopId} AND d."domainHash" = e.hash AND d.kind = e.kind) END`;
        return counted?.listed ?? 0;
      }),

    // A sending holds the row of its shop in share mode: this waits for those under way, and later ones see the list.
    // One lock for a list of any length, where a lock for each address would exhaust the server's.
    addSuppressions: (shopId, entries, source, at) =>
      withinShop(prisma, shopId, async (sql) => {
        await lockShop(sql, shopId);
        await sql.$executeRaw`
          INSERT INTO "Suppression" ("shopId", "emailHash", kind, source, at)
          SELECT ${shopId}, e.hash, e.kind, ${source}, ${toIso(at)}::timestamptz
          FROM jsonb_to_recordset(${namesOf(entries, 'address')}::jsonb) AS e(hash text, kind text)
          ON CONFLICT ("shopId", "emailHash", kind, source) DO UPDATE SET at = EXCLUDED.at`;
        await sql.$executeRaw`
          INSERT INTO "SuppressedDomain" ("shopId", "domainHash", kind, source, at)
          SELECT ${shopId}, e.hash, e.kind, ${source}, ${toIso(at)}::timestamptz
          FROM jsonb_to_recordset(${namesOf(entries, 'domain')}::jsonb) AS e(hash text, kind text)
          ON CONFLICT ("shopId", "domainHash", kind, source) DO UPDATE SET at = EXCLUDED.at`;
      }),

    removeSuppressions: (shopId, { scope, hash }, sources) =>
      withinShop(prisma, shopId, (sql) =>
        scope === 'address'
          ? sql.$executeRaw`
              DELETE FROM "Suppression"
              WHERE "shopId" = ${shopId} AND "emailHash" = ${hash} AND source = ANY(${[...sources]}::text[])`
          : sql.$executeRaw`
              DELETE FROM "SuppressedDomain"
              WHERE "shopId" = ${shopId} AND "domainHash" = ${hash} AND source = ANY(${[...sources]}::text[])`,
      ),

    domainSuppressions: (shopId, domainHashes) =>
      atOnceWithinShop(prisma, shopId, async (sql) => {
        const rows = await sql.$queryRaw<
          ReadonlyArray<{ readonly domainHash: string; readonly kinds: ReadonlyArray<SuppressionKind> }>
        >`
          SELECT "domainHash", array_agg(DISTINCT kind) AS kinds FROM "SuppressedDomain"
          WHERE "shopId" = ${shopId} AND "domainHash" = ANY(${[...domainHashes]}::text[]) GROUP BY "domainHash"`;
        return new Map(rows.map((row) => [row.domainHash, row.kinds]));
      }),
  };
}

function namesOf(entries: ReadonlyArray<SuppressionEntry>, scope: SuppressionEntry['scope']): string {
  return JSON.stringify(
    entries.filter((entry) => entry.scope === scope).map(({ hash, kind }) => ({ hash, kind })),
  );
}
