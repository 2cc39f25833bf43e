-- CreateTable
CREATE TABLE "CategoryPairingRow" (
    "shopId" TEXT NOT NULL,
    "table" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "buyers" INTEGER NOT NULL,
    "settled" INTEGER[],
    "consequents" INTEGER[],
    "support" INTEGER[],
    "consequentBuyers" INTEGER[],
    "grades" INTEGER[],
    "scores" INTEGER[],

    CONSTRAINT "CategoryPairingRow_pkey" PRIMARY KEY ("shopId","table","category")
);



-- What Prisma's schema language cannot say.

-- The wall between shops, as for every table of a shop.
GRANT SELECT, INSERT, UPDATE, DELETE ON "CategoryPairingRow" TO encore_shop;

ALTER TABLE "CategoryPairingRow" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "own_shop" ON "CategoryPairingRow" TO encore_shop USING ("shopId" = (SELECT current_setting('app.shop_id', true)));
