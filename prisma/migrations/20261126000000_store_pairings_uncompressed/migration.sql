-- What Prisma's schema language cannot say.

-- The whole table is written every night. Rows stay in one piece, for most of them fit into a page: to pack them, and to
-- put their columns elsewhere, cost more than all the rest of the writing.
ALTER TABLE "PairingRow"
  ALTER COLUMN "consequents" SET STORAGE EXTERNAL,
  ALTER COLUMN "support" SET STORAGE EXTERNAL,
  ALTER COLUMN "consequentBuyers" SET STORAGE EXTERNAL,
  ALTER COLUMN "grades" SET STORAGE EXTERNAL,
  SET (toast_tuple_target = 8160);
