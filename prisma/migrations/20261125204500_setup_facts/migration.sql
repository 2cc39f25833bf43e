-- CreateTable
CREATE TABLE "SetupFact" (
    "shopId" TEXT NOT NULL,
    "fact" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SetupFact_pkey" PRIMARY KEY ("shopId","fact")
);

GRANT SELECT, INSERT, UPDATE, DELETE ON "SetupFact" TO encore_shop;

ALTER TABLE "SetupFact" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "own_shop" ON "SetupFact" TO encore_shop USING ("shopId" = (SELECT current_setting('app.shop_id', true)));
