import type { PrismaClient } from '@prisma/client';
import { toIso } from '#core/shared/time';
import type { Store } from '#flows/ports';
import type { PairingResult } from '#flows/ports/pairing-store';
import { IS_CREDITABLE } from './credited-orders';
import { atOnceWithinShop } from './within-shop';

export function pairingResultMethods(prisma: PrismaClient): Pick<Store, 'pairingResult'> {
  return {
    pairingResult: (shopId, { touches, antecedentId, consequentId }, { from, until }) =>
      atOnceWithinShop(prisma, shopId, async (sql) => {
        const [result] = await sql.$queryRaw<ReadonlyArray<PairingResult>>`
          SELECT count(*)::int AS sent,
            count(*) FILTER (WHERE EXISTS (SELECT FROM "EmailEvent" v WHERE v."shopId" = ${shopId}
              AND v."touchId" = t."touchId" AND v.kind = 'click' AND NOT v."isMachine"))::int AS clicked,
            count(*) FILTER (WHERE EXISTS (SELECT FROM "Credit" c
              JOIN "Order" o ON o."shopId" = ${shopId} AND o."orderId" = c."orderId"
              WHERE c."shopId" = ${shopId} AND c."touchId" = t."touchId" AND c."isLast"
                AND ${IS_CREDITABLE}))::int AS ordered
          FROM "Touch" t
          WHERE t."shopId" = ${shopId} AND t.state = 'accepted' AND t."productId" = ${consequentId}
            AND t."anchorProductId" = ${antecedentId} AND t."touchNumber" = ANY(${[...touches]}::int[])
            AND t."sentAt" > ${toIso(from)}::timestamptz AND t."sentAt" <= ${toIso(until)}::timestamptz`;
        if (!result) throw new Error(`${shopId}: the result of a pairing was not counted`);
        return result;
      }),
  };
}
