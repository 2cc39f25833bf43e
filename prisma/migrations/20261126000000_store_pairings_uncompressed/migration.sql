-- What Prisma's schema language cannot say.

-- Small numbers hardly get smaller, and a whole table of them is written every night: trying to cost more than all the
-- rest of the writing.
ALTER TABLE "PairingRow"
  ALTER COLUMN "consequents" SET STORAGE EXTERNAL,
  ALTER COLUMN "support" SET STORAGE EXTERNAL,
  ALTER COLUMN "consequentBuyers" SET STORAGE EXTERNAL,
  ALTER COLUMN "grades" SET STORAGE EXTERNAL;
