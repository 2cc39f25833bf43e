import type { PrismaClient } from '@prisma/client';
import { toIso } from '#core/shared/time';
import type { ImportProgress, ImportStore } from '#flows/ports/import-store';
import { asOwner, withinShop } from './within-shop';

export function importMethods(prisma: PrismaClient): ImportStore {
  return {
    // What is history to the import never enrols either.
    saveImport: async (shopId, progress) => {
      if (progress.state === 'mining') await refreshStatistics(prisma);
      await withinShop(prisma, shopId, async (sql) => {
        const until = toIso(progress.until);
        await sql.$executeRaw`
          INSERT INTO "HistoryImport" ("shopId", state, "bulkOperationId", until, "ordersRead", error)
          VALUES (${shopId}, ${progress.state}, ${progress.bulkOperationId}, ${until}::timestamptz, ${progress.ordersRead},
            ${progress.error})
          ON CONFLICT ("shopId") DO UPDATE SET state = excluded.state, "bulkOperationId" = excluded."bulkOperationId",
            until = excluded.until, "ordersRead" = excluded."ordersRead", error = excluded.error`;
        await sql.$executeRaw`
          UPDATE "Shop" SET "historyUntil" = ${until}::timestamptz
          WHERE "shopId" = ${shopId} AND ("historyUntil" IS NULL OR "historyUntil" < ${until}::timestamptz)`;
      });
    },

    findImport: (shopId) =>
      withinShop(prisma, shopId, async (sql) => {
        const [row] = await sql.$queryRaw<
          ReadonlyArray<Omit<ImportProgress, 'until'> & { readonly until: Date }>
        >`
          SELECT state, "bulkOperationId", until, "ordersRead", error FROM "HistoryImport" WHERE "shopId" = ${shopId}`;
        return row ? { ...row, until: row.until.getTime() } : null;
      }),
  };
}

/**
 * A year of orders came in at once. Until the server looks at the tables by itself (a minute, often more) it plans by
 * what they held before, and reads them from end to end for one person: 40 ms a touch instead of 1.
 */
async function refreshStatistics(prisma: PrismaClient): Promise<void> {
  await asOwner(prisma).$executeRaw`ANALYZE "Order", "Person", "Product"`;
}
