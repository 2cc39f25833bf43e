import type { PrismaClient } from '@prisma/client';
import { toIso } from '#core/shared/time';
import type { Store } from '#flows/ports';
import { lockAddress } from './lock';
import { withinShop } from './within-shop';

export function suppressionMethods(prisma: PrismaClient): Pick<Store, 'suppress' | 'unsuppress'> {
  return {
    suppress: (shopId, emailHash, kind, source, at) =>
      withinShop(prisma, shopId, async (sql) => {
        await lockAddress(sql, shopId, emailHash);
        await sql.$executeRaw`
          INSERT INTO "Suppression" ("shopId", "emailHash", kind, source, at)
          VALUES (${shopId}, ${emailHash}, ${kind}, ${source}, ${toIso(at)}::timestamptz)
          ON CONFLICT DO NOTHING`;
      }),

    unsuppress: (shopId, emailHash, source) =>
      withinShop(prisma, shopId, async (sql) => {
        await sql.$executeRaw`
          DELETE FROM "Suppression" WHERE "shopId" = ${shopId} AND "emailHash" = ${emailHash} AND source = ${source}`;
      }),
  };
}
