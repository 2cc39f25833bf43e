import type { PrismaClient } from '@prisma/client';
import { variationName, withUtm } from '#core/message/links';
import type { TouchNumber } from '#core/sequence/touch';
import type { Store, TouchOffer } from '#flows/ports';
import { instantOrNull } from './instant';
import { withinShop } from './within-shop';

type OfferRow = Omit<TouchOffer, 'acceptedAt' | 'utm'> & {
  readonly sentAt: Date | null;
  readonly touchNumber: TouchNumber;
  readonly segments: ReadonlyArray<string>;
};

export function sentOfferMethods(prisma: PrismaClient): Pick<Store, 'touchOffer' | 'personOfTouch'> {
  return {
    // Only what went out, or may have gone out, can be followed.
    touchOffer: (shopId, touchId) =>
      withinShop(prisma, shopId, async (sql) => {
        const [row] = await sql.$queryRaw<ReadonlyArray<OfferRow>>`
          SELECT t."touchId", t."personId", p."customerId", t."productId", t."variantId", t."sellingPlanId",
            coalesce(t."sentAt", t."attemptedAt") AS "sentAt", t."touchNumber", e.segments
          FROM "Touch" t
          JOIN "Enrolment" e ON e."shopId" = ${shopId} AND e."enrolmentId" = t."enrolmentId"
          LEFT JOIN "Person" p ON p."shopId" = ${shopId} AND p."personId" = t."personId"
          WHERE t."shopId" = ${shopId} AND t."touchId" = ${touchId} AND t."productId" IS NOT NULL
            AND t.state IN ('sending', 'accepted', 'ambiguous')`;
        if (!row) return null;
        const { sentAt, touchNumber, segments, ...offer } = row;
        return { ...offer, acceptedAt: instantOrNull(sentAt), utm: utmOf(touchNumber, segments) };
      }),

    personOfTouch: (shopId, touchId) =>
      withinShop(prisma, shopId, async (sql) => {
        const [person] = await sql.$queryRaw<
          ReadonlyArray<{
            readonly personId: string;
            readonly customerId: string | null;
            readonly emailHash: string | null;
          }>
        >`
          SELECT t."personId", p."customerId", coalesce(t."emailHash", p."emailHash") AS "emailHash"
          FROM "Touch" t LEFT JOIN "Person" p ON p."shopId" = ${shopId} AND p."personId" = t."personId"
          WHERE t."shopId" = ${shopId} AND t."touchId" = ${touchId}`;
        return person?.emailHash ? { ...person, emailHash: person.emailHash } : null;
      }),
  };
}

/** The campaign as the e-mail's own links carry it, to be put on the checkout as well. */
function utmOf(touchNumber: TouchNumber, segments: ReadonlyArray<string>): string {
  return withUtm('', touchNumber, variationName(segments)).slice(1);
}
