-- CreateTable
CREATE TABLE "SuppressedDomain" (
    "shopId" TEXT NOT NULL,
    "domainHash" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SuppressedDomain_pkey" PRIMARY KEY ("shopId","domainHash","kind","source")
);

-- CreateTable
CREATE TABLE "SendingAccount" (
    "shopId" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "senderName" TEXT,
    "senderAddress" TEXT,
    "sealedKey" BYTEA,
    "keyEnd" TEXT,
    "savedBy" TEXT NOT NULL,
    "savedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SendingAccount_pkey" PRIMARY KEY ("shopId")
);



-- What Prisma's schema language cannot say.

-- The wall between shops, as for every table of a shop.
GRANT SELECT, INSERT, UPDATE, DELETE ON "SuppressedDomain", "SendingAccount" TO encore_shop;

ALTER TABLE "SuppressedDomain" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "own_shop" ON "SuppressedDomain" TO encore_shop USING ("shopId" = (SELECT current_setting('app.shop_id', true)));

ALTER TABLE "SendingAccount" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "own_shop" ON "SendingAccount" TO encore_shop USING ("shopId" = (SELECT current_setting('app.shop_id', true)));
