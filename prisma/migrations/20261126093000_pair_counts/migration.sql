-- CreateTable
CREATE TABLE "PairCounting" (
    "shopId" TEXT NOT NULL,
    "windowFrom" TIMESTAMPTZ(3) NOT NULL,
    "people" INTEGER NOT NULL,
    "returning" INTEGER NOT NULL,
    "orders" INTEGER NOT NULL,
    "changes" BIGINT NOT NULL,

    CONSTRAINT "PairCounting_pkey" PRIMARY KEY ("shopId")
);

-- CreateTable
CREATE TABLE "ProductCount" (
    "shopId" TEXT NOT NULL,
    "product" INTEGER NOT NULL,
    "buyers" INTEGER NOT NULL,
    "leaving" INTEGER NOT NULL,
    "arriving" INTEGER NOT NULL,

    CONSTRAINT "ProductCount_pkey" PRIMARY KEY ("shopId","product")
);

-- CreateTable
CREATE TABLE "PairCount" (
    "shopId" TEXT NOT NULL,
    "antecedent" INTEGER NOT NULL,
    "consequent" INTEGER NOT NULL,
    "same" INTEGER NOT NULL,
    "next" INTEGER NOT NULL,

    CONSTRAINT "PairCount_pkey" PRIMARY KEY ("shopId","antecedent","consequent")
);



-- What Prisma's schema language cannot say.

-- The wall between shops, as for every table of a shop.
GRANT SELECT, INSERT, UPDATE, DELETE ON "PairCounting", "ProductCount", "PairCount" TO encore_shop;

ALTER TABLE "PairCounting" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "own_shop" ON "PairCounting" TO encore_shop USING ("shopId" = (SELECT current_setting('app.shop_id', true)));
ALTER TABLE "ProductCount" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "own_shop" ON "ProductCount" TO encore_shop USING ("shopId" = (SELECT current_setting('app.shop_id', true)));
ALTER TABLE "PairCount" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "own_shop" ON "PairCount" TO encore_shop USING ("shopId" = (SELECT current_setting('app.shop_id', true)));
