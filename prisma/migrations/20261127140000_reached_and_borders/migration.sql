-- AlterTable
ALTER TABLE "Outcome" ADD COLUMN "isReached" BOOLEAN NOT NULL DEFAULT false;

-- What Prisma's schema language cannot say.

-- The few held-out customers whom an email reached, without a look at everybody.
CREATE INDEX "Outcome_reached_idx" ON "Outcome" ("shopId", "horizonDays", "enrolledAt") WHERE "isReached";
INSERT INTO "OutcomeDue" ("shopId", "personId") SELECT "shopId", "personId" FROM "Person" WHERE arm = 'holdout';

-- Borders of order values are money too: of the former currency nobody is above or below them.
CREATE FUNCTION "forget_value_borders"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."valueBorders" := NULL;
  RETURN NEW;
END $$;

CREATE TRIGGER "changed_currency_borders" BEFORE UPDATE OF currency ON "Shop"
  FOR EACH ROW WHEN (OLD.currency IS DISTINCT FROM NEW.currency) EXECUTE FUNCTION "forget_value_borders"();
