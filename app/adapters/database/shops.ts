import { Prisma, type PrismaClient } from '@prisma/client';
import { toIso } from '#core/shared/time';
import type { Store } from '#flows/ports';
import { exitEnrolmentsWhere } from './exit-enrolments';
import { isoOrNull } from './instant';
import { lockShop } from './lock';
import { readShop, readShops } from './shop-row';
import { asOwner, withinShop } from './within-shop';

type ShopMethods = Pick<
  Store,
  'saveShop' | 'findShop' | 'activeShops' | 'markUninstalled' | 'pauseSending' | 'resumeSending'
>;

export function shopMethods(prisma: PrismaClient): ShopMethods {
  return {
    saveShop: (shopId, details, now) =>
      withinShop(prisma, shopId, async (sql) => {
        const at = toIso(now);
        // A shop that comes back begins anew: what it sold in between is history, like everything before.
        await sql.$executeRaw`
          INSERT INTO "Shop" AS s ("shopId", name, currency, zone, "countryCode", "contactEmail", "postalAddress",
            "storeUrl", "readsAllOrders", "installedAt", "historyUntil")
          VALUES (${shopId}, ${details.name}, ${details.currency}, ${details.zone}, ${details.countryCode},
            ${details.contactEmail}, ${details.postalAddress}, ${details.storeUrl}, ${details.readsAllOrders},
            ${at}::timestamptz, ${at}::timestamptz)
          ON CONFLICT ("shopId") DO UPDATE SET
            name = excluded.name, currency = excluded.currency, zone = excluded.zone,
            "countryCode" = excluded."countryCode", "contactEmail" = excluded."contactEmail",
            "postalAddress" = excluded."postalAddress", "storeUrl" = excluded."storeUrl",
            "readsAllOrders" = excluded."readsAllOrders",
            "installedAt" = CASE WHEN s."uninstalledAt" IS NULL THEN s."installedAt" ELSE excluded."installedAt" END,
            "historyUntil" = CASE WHEN s."uninstalledAt" IS NULL THEN s."historyUntil" ELSE excluded."historyUntil" END,
            watermark = CASE WHEN s."uninstalledAt" IS NULL THEN s.watermark END,
            "pausedReason" = CASE WHEN s."uninstalledAt" IS NULL THEN s."pausedReason" END,
            "uninstalledAt" = NULL`;
      }),

    // Every batch of touches and every request asks this, so it goes out as the owner in one statement that names its shop.
    findShop: (shopId) => readShop(asOwner(prisma), shopId),

    activeShops: () => readShops(asOwner(prisma), Prisma.sql`WHERE s."uninstalledAt" IS NULL`),

    markUninstalled: (shopId, now) =>
      withinShop(prisma, shopId, async (sql) => {
        await sql.$executeRaw`
          UPDATE "Shop" SET "uninstalledAt" = ${toIso(now)}::timestamptz
          WHERE "shopId" = ${shopId} AND "uninstalledAt" IS NULL`;
        // Its tokens are void from here on; nothing that could speak for the shop is kept until shop/redact. The key
        // that verifies its events stays: a complaint that comes late still holds when the shop comes back.
        await sql.$executeRaw`DELETE FROM "Session" WHERE "shopId" = ${shopId}`;
        await sql.$executeRaw`
          UPDATE "SendingAccount" SET "sealedKey" = NULL, "keyEnd" = NULL, kind = 'outbox', revision = revision + 1
          WHERE "shopId" = ${shopId}`;
        await exitEnrolmentsWhere(sql, { shopId, where: Prisma.sql`true`, reason: 'shop_inactive', now });
      }),

    // A guardrail's stop is the merchant's to end: nothing else takes its place, to be ended by itself.
    // Locked first: the account is read by the next statement, which sees what was saved until then.
    pauseSending: (shopId, reason, detail, now, ofAccount) =>
      withinShop(prisma, shopId, async (sql) => {
        await lockShop(sql, shopId);
        const isOfAny = ofAccount === undefined;
        const paused = await sql.$executeRaw`
          UPDATE "Shop" SET "pausedReason" = ${reason}, "pausedDetail" = ${detail}, "pausedAt" = ${toIso(now)}::timestamptz
          WHERE "shopId" = ${shopId} AND "pausedReason" IS DISTINCT FROM 'paused_guardrail' AND (${isOfAny} OR ${ofAccount ?? null}::int IS NOT DISTINCT FROM
            (SELECT a.revision FROM "SendingAccount" a WHERE a."shopId" = ${shopId}))`;
        return paused === 1;
      }),

    resumeSending: (shopId, byMerchantAt) =>
      withinShop(prisma, shopId, async (sql) => {
        await sql.$executeRaw`
          UPDATE "Shop" SET "pausedReason" = NULL, "pausedDetail" = NULL, "pausedAt" = NULL,
            "resumedAt" = CASE WHEN "pausedReason" = 'paused_guardrail' THEN ${isoOrNull(byMerchantAt)}::timestamptz
              ELSE "resumedAt" END
          WHERE "shopId" = ${shopId} AND (${byMerchantAt !== null} OR "pausedReason" = 'sending_paused')`;
      }),
  };
}
