import type { PrismaClient } from '@prisma/client';
import { DAY_MS, toIso } from '#core/shared/time';
import type { SequenceStore } from '#flows/ports/sequence-store';
import { instantOrNull } from './instant';
import { lockTests } from './lock';
import { withinShop } from './within-shop';

/** Longer than anybody looks at a test e-mail. */
const KEPT_MS = 30 * DAY_MS;

export function testEmailMethods(prisma: PrismaClient): Pick<SequenceStore, 'beginTest' | 'testedProduct'> {
  return {
    beginTest: (shopId, { testId, productId, at }, { most, withinMs }) =>
      withinShop(prisma, shopId, async (sql) => {
        await lockTests(sql, shopId);
        const [full] = await sql.$queryRaw<ReadonlyArray<{ readonly sentAt: Date }>>`
          SELECT "sentAt" FROM "TestEmail"
          WHERE "shopId" = ${shopId} AND "sentAt" > ${toIso(at - withinMs)}::timestamptz
          ORDER BY "sentAt" DESC OFFSET ${most - 1} LIMIT 1`;
        const filledAt = instantOrNull(full?.sentAt ?? null);
        if (filledAt !== null) return filledAt + withinMs;
        await sql.$executeRaw`
          INSERT INTO "TestEmail" ("shopId", "testId", "productId", "sentAt")
          VALUES (${shopId}, ${testId}, ${productId}, ${toIso(at)}::timestamptz)`;
        await sql.$executeRaw`
          DELETE FROM "TestEmail"
          WHERE "shopId" = ${shopId} AND "sentAt" < ${toIso(at - KEPT_MS)}::timestamptz`;
        return null;
      }),

    testedProduct: (shopId, testId) =>
      withinShop(prisma, shopId, async (sql) => {
        const [test] = await sql.$queryRaw<ReadonlyArray<{ readonly productId: string }>>`
          SELECT "productId" FROM "TestEmail" WHERE "shopId" = ${shopId} AND "testId" = ${testId}`;
        return test?.productId ?? null;
      }),
  };
}
