-- What Prisma's schema language cannot say.

-- The whole table is written every night, and trying to pack small numbers takes a third of that time.
ALTER TABLE "PairingRow"
  ALTER COLUMN "consequents" SET STORAGE EXTERNAL,
  ALTER COLUMN "support" SET STORAGE EXTERNAL,
  ALTER COLUMN "consequentBuyers" SET STORAGE EXTERNAL,
  ALTER COLUMN "grades" SET STORAGE EXTERNAL;
