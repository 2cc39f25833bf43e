import { CAP_WINDOW_MS } from '#core/suppression/frequency-cap';
import { toIso } from '#core/shared/time';
import type { Reason, SuppressionKind } from '#core/suppression/reasons';
import type { ClaimedTouch, SendGate } from '#flows/records';
import { parseReason } from './parse-decision';
import type { Sql } from './within-shop';

type SendFacts = {
  readonly isOurs: boolean; // claimed by this token, inside its lease
  readonly isInstalled: boolean;
  readonly pausedReason: string | null;
  readonly isPausedByMerchant: boolean;
  readonly isSequenceOn: boolean;
  readonly isTouchOn: boolean;
  readonly isLive: boolean;
  readonly exitReason: string | null;
  readonly arm: string | null;
  readonly kinds: ReadonlyArray<SuppressionKind>;
  readonly hasNewerPurchase: boolean;
  readonly recentSends: ReadonlyArray<number>;
};

/** What forbids most comes first; the word is the one that traces use. */
const SUPPRESSION_ORDER: ReadonlyArray<SuppressionKind> = [
  'complaint',
  'unsubscribed',
  'bounced',
  'vip_custom',
  'wholesale',
];

/** Why this may not be sent now, or null. */
export function blockingReason(facts: SendFacts, gate: SendGate): Reason | null {
  if (!facts.isInstalled) return 'shop_inactive';
  if (facts.pausedReason !== null) return parseReason(facts.pausedReason);
  if (!facts.isSequenceOn) return 'sequence_off';
  if (!facts.isTouchOn) return 'touch_paused';
  if (facts.isPausedByMerchant) return 'sending_paused';
  if (!facts.isLive) return parseReason(facts.exitReason) ?? 'completed';
  const suppression = SUPPRESSION_ORDER.find((kind) => facts.kinds.includes(kind));
  if (suppression) return suppression;
  if (facts.hasNewerPurchase) return 'new_purchase_exit';
  if (gate.to === 'sending' && facts.arm === 'holdout') return 'holdout';
  return facts.recentSends.length >= gate.capPer168Hours ? 'freq_cap' : null;
}

/**
 * Everything read at once, after the locks are held. Sends count in the window (now - 168 h, now]; one that lies after
 * now, because the clock went back, counts as well.
 */
export async function readSendFacts(
  sql: Sql,
  shopId: string,
  claim: ClaimedTouch,
  gate: SendGate,
): Promise<SendFacts | null> {
  const [facts] = await sql.$queryRaw<ReadonlyArray<SendFacts>>`
    SELECT t.state = 'claimed' AND t."claimToken" = ${claim.token} AND t."leaseUntil" > clock_timestamp() AS "isOurs",
      s."uninstalledAt" IS NULL AS "isInstalled", s."pausedReason",
      coalesce((v.settings #>> '{sending,isPaused}')::boolean, false) AS "isPausedByMerchant",
      coalesce((v.settings #>> '{sending,isSequenceOn}')::boolean, true) AS "isSequenceOn",
      coalesce((v.settings #>> ARRAY['touches',
        CASE t."touchNumber" WHEN 1 THEN 'one' WHEN 2 THEN 'two' ELSE 'three' END, 'isOn'])::boolean, true) AS "isTouchOn",
      e."isLive", e."exitReason", p.arm,
      ARRAY(SELECT DISTINCT x.kind FROM "Suppression" x
        WHERE x."shopId" = ${shopId} AND x."emailHash" IN (${gate.emailHash}, p."emailHash")
        UNION SELECT d.kind FROM "SuppressedDomain" d
        WHERE d."shopId" = ${shopId} AND d."domainHash" = ${gate.domainHash}) AS kinds,
      EXISTS (SELECT FROM "Order" b
        WHERE b."shopId" = ${shopId} AND b."personId" = t."personId" AND b."isPurchase"
          AND (b."confirmedAt", length(b."orderId"), b."orderId" COLLATE "C")
            > (e."confirmedAt", length(e."orderId"), e."orderId" COLLATE "C")) AS "hasNewerPurchase",
      (SELECT coalesce(jsonb_agg(least(instant_ms(coalesce(r."sentAt", r."attemptedAt")), ${gate.now}::bigint)), '[]')
        FROM "Touch" r
        WHERE r."shopId" = ${shopId} AND r."personId" = t."personId"
          AND r.state IN ('accepted', 'sending', 'ambiguous', 'withheld')
          AND coalesce(r."sentAt", r."attemptedAt")
            > ${toIso(gate.now - CAP_WINDOW_MS)}::timestamptz) AS "recentSends"
    FROM "Touch" t
    JOIN "Enrolment" e ON e."shopId" = ${shopId} AND e."enrolmentId" = t."enrolmentId"
    JOIN "Shop" s ON s."shopId" = ${shopId}
    LEFT JOIN "SettingsVersion" v ON v."shopId" = ${shopId} AND v.version = s."settingsVersion"
    LEFT JOIN "Person" p ON p."shopId" = ${shopId} AND p."personId" = t."personId"
    WHERE t."shopId" = ${shopId} AND t."touchId" = ${claim.touchId}`;
  return facts ?? null;
}
