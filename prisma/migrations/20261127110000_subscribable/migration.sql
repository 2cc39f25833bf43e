-- What of an enrolment's order a subscription could bring from then on; null: not kept when it was enrolled.
ALTER TABLE "Enrolment" ADD COLUMN "subscribable" INTEGER[];
