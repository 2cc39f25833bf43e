-- CreateTable
CREATE TABLE "ClaimSignOff" (
    "shopId" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "textHash" TEXT NOT NULL,
    "signedName" TEXT NOT NULL,
    "signedBy" TEXT NOT NULL,
    "signedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ClaimSignOff_pkey" PRIMARY KEY ("shopId","message","field","textHash")
);

GRANT SELECT, INSERT, UPDATE, DELETE ON "ClaimSignOff" TO encore_shop;

ALTER TABLE "ClaimSignOff" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "own_shop" ON "ClaimSignOff" TO encore_shop USING ("shopId" = (SELECT current_setting('app.shop_id', true)));
