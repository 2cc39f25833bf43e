-- CreateIndex
CREATE INDEX "Order_shopId_name_idx" ON "Order"("shopId", "name");



-- What Prisma's schema language cannot say.

-- Planning a touch is the first decision about it, so that every touch has a moment at which it stands in the activity.
UPDATE "Touch" t SET "decidedAt" = e."enrolledAt" FROM "Enrolment" e
WHERE t."decidedAt" IS NULL AND e."shopId" = t."shopId" AND e."enrolmentId" = t."enrolmentId";

-- The one outcome that a merchant sees of a touch, from where it stands.
CREATE FUNCTION "touch_outcome"("state" text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN CASE "state"
        WHEN 'accepted' THEN 'sent'
        WHEN 'withheld' THEN 'held_out'
        WHEN 'skipped' THEN 'skipped'
        WHEN 'exited' THEN 'skipped'
        WHEN 'failed' THEN 'failed'
        WHEN 'ambiguous' THEN 'failed'
        ELSE 'waiting'
    END;

-- The activity list: one outcome, newest first, at a cost that does not grow with what is older. The reason of a failure
-- is the provider's own text, of any length, and stays out of the index.
CREATE INDEX "Touch_activity_idx" ON "Touch"("shopId", "touch_outcome"("state"), coalesce("sentAt", "decidedAt", "firstDueAt"), "touchId");
CREATE INDEX "Touch_skipped_idx" ON "Touch"("shopId", "reason", coalesce("sentAt", "decidedAt", "firstDueAt"), "touchId")
    WHERE "touch_outcome"("state") = 'skipped';
CREATE INDEX "Decision_refused_idx" ON "Decision"("shopId", "decidedAt", "decisionId")
    WHERE "touchId" IS NULL AND "verdict" = 'refuse';
CREATE INDEX "Decision_refused_reason_idx" ON "Decision"("shopId", "reason", "decidedAt", "decisionId")
    WHERE "touchId" IS NULL AND "verdict" = 'refuse';
