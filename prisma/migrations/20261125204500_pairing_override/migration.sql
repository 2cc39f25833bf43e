-- CreateTable
CREATE TABLE "PairingOverride" (
    "shopId" TEXT NOT NULL,
    "table" TEXT NOT NULL,
    "antecedentId" TEXT NOT NULL,
    "consequentId" TEXT NOT NULL,
    "use" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "startsAt" TIMESTAMPTZ(3),
    "endsAt" TIMESTAMPTZ(3),
    "savedBy" TEXT NOT NULL,
    "savedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PairingOverride_pkey" PRIMARY KEY ("shopId","table","antecedentId","consequentId")
);

GRANT SELECT, INSERT, UPDATE, DELETE ON "PairingOverride" TO encore_shop;

ALTER TABLE "PairingOverride" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "own_shop" ON "PairingOverride" TO encore_shop USING ("shopId" = (SELECT current_setting('app.shop_id', true)));
