-- CreateTable
CREATE TABLE "ProductView" (
    "shopId" TEXT NOT NULL,
    "visitorHash" TEXT NOT NULL,
    "productNumber" INTEGER NOT NULL,
    "seenOn" DATE NOT NULL,
    "seenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ProductView_pkey" PRIMARY KEY ("shopId","visitorHash","productNumber","seenOn")
);

-- CreateTable
CREATE TABLE "VisitorOrder" (
    "shopId" TEXT NOT NULL,
    "orderId" TEXT NOT NULL,
    "visitorHash" TEXT NOT NULL,
    "orderedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "VisitorOrder_pkey" PRIMARY KEY ("shopId","orderId")
);

-- CreateIndex
CREATE INDEX "ProductView_shopId_seenAt_idx" ON "ProductView"("shopId", "seenAt");

-- CreateIndex
CREATE INDEX "VisitorOrder_shopId_visitorHash_idx" ON "VisitorOrder"("shopId", "visitorHash");



-- What Prisma's schema language cannot say.

-- The wall between shops, as for every table of a shop.
GRANT SELECT, INSERT, UPDATE, DELETE ON "ProductView", "VisitorOrder" TO encore_shop;

ALTER TABLE "ProductView" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "own_shop" ON "ProductView" TO encore_shop USING ("shopId" = (SELECT current_setting('app.shop_id', true)));

ALTER TABLE "VisitorOrder" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "own_shop" ON "VisitorOrder" TO encore_shop USING ("shopId" = (SELECT current_setting('app.shop_id', true)));
