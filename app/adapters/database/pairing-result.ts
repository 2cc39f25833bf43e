import type { PrismaClient } from '@prisma/client';
import { toIso } from '#core/shared/time';
import type { Store } from '#flows/ports';
import type { PairingResult } from '#flows/ports/pairing-store';
import { atOnceWithinShop } from './within-shop';

export function pairingResultMethods(prisma: PrismaClient): Pick<Store, 'pairingResult'> {
  return {
    // Touch 2 is the one that looks at what is bought next; the others offer what goes with the order.
    pairingResult: (shopId, { table, antecedentId, consequentId }, { from, until }) =>
      atOnceWithinShop(prisma, shopId, async (sql) => {
        const [result] = await sql.$queryRaw<ReadonlyArray<PairingResult>>`
          SELECT count(*)::int AS sent,
            count(*) FILTER (WHERE EXISTS (SELECT FROM "EmailEvent" v WHERE v."shopId" = ${shopId}
              AND v."touchId" = t."touchId" AND v.kind = 'click' AND NOT v."isMachine"))::int AS clicked,
            count(*) FILTER (WHERE EXISTS (SELECT FROM "Credit" c WHERE c."shopId" = ${shopId}
              AND c."touchId" = t."touchId" AND c."amountMinor" > 0))::int AS bought
          FROM "Touch" t
          WHERE t."shopId" = ${shopId} AND t.state = 'accepted' AND t."productId" = ${consequentId}
            AND t."anchorProductId" = ${antecedentId} AND (t."touchNumber" = 2) = (${table} = 'next_order')
            AND t."sentAt" > ${toIso(from)}::timestamptz AND t."sentAt" <= ${toIso(until)}::timestamptz`;
        if (!result) throw new Error(`${shopId}: the result of a pairing was not counted`);
        return result;
      }),
  };
}
