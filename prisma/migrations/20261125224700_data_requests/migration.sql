-- CreateTable
CREATE TABLE "DataRequest" (
    "shopId" TEXT NOT NULL,
    "customerId" TEXT NOT NULL,
    "requestedAt" TIMESTAMPTZ(3) NOT NULL,
    "answeredAt" TIMESTAMPTZ(3),

    CONSTRAINT "DataRequest_pkey" PRIMARY KEY ("shopId","customerId","requestedAt")
);

GRANT SELECT, INSERT, UPDATE, DELETE ON "DataRequest" TO encore_shop;

ALTER TABLE "DataRequest" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "own_shop" ON "DataRequest" TO encore_shop USING ("shopId" = (SELECT current_setting('app.shop_id', true)));
