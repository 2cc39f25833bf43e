-- CreateTable
CREATE TABLE "TestEmail" (
    "shopId" TEXT NOT NULL,
    "testId" TEXT NOT NULL,
    "productId" TEXT NOT NULL,
    "sentAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "TestEmail_pkey" PRIMARY KEY ("shopId","testId")
);

-- CreateIndex
CREATE INDEX "TestEmail_shopId_sentAt_idx" ON "TestEmail"("shopId", "sentAt");



-- What Prisma's schema language cannot say.

-- The wall between shops, as for every table of a shop.
GRANT SELECT, INSERT, UPDATE, DELETE ON "TestEmail" TO encore_shop;

ALTER TABLE "TestEmail" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "own_shop" ON "TestEmail" TO encore_shop USING ("shopId" = (SELECT current_setting('app.shop_id', true)));
