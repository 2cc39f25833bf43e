-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL,
    "shopId" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "expires" TIMESTAMPTZ(3),

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Shop" (
    "shopId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "countryCode" TEXT NOT NULL,
    "contactEmail" TEXT NOT NULL,
    "postalAddress" TEXT NOT NULL,
    "storeUrl" TEXT NOT NULL,
    "installedAt" TIMESTAMPTZ(3) NOT NULL,
    "uninstalledAt" TIMESTAMPTZ(3),
    "pausedReason" TEXT,
    "pausedDetail" TEXT,
    "pausedAt" TIMESTAMPTZ(3),
    "historyUntil" TIMESTAMPTZ(3),
    "watermark" TIMESTAMPTZ(3),
    "settingsVersion" INTEGER NOT NULL DEFAULT 0,
    "highAovFrom" BIGINT,

    CONSTRAINT "Shop_pkey" PRIMARY KEY ("shopId")
);

-- CreateTable
CREATE TABLE "SettingsVersion" (
    "shopId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "settings" JSONB NOT NULL,
    "savedBy" TEXT NOT NULL,
    "savedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SettingsVersion_pkey" PRIMARY KEY ("shopId","version")
);

-- CreateTable
CREATE TABLE "Inbox" (
    "id" BIGSERIAL NOT NULL,
    "shopId" TEXT NOT NULL,
    "webhookId" TEXT NOT NULL,
    "naturalKey" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "payload" TEXT NOT NULL,
    "triggeredAt" TIMESTAMPTZ(3),
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'new',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "nextAt" TIMESTAMPTZ(3) NOT NULL,
    "leaseUntil" TIMESTAMPTZ(3),
    "error" TEXT,

    CONSTRAINT "Inbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Person" (
    "shopId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "number" SERIAL NOT NULL,
    "customerId" TEXT,
    "emailHash" TEXT,
    "arm" TEXT,
    "armAssignedAt" TIMESTAMPTZ(3),
    "experiment" TEXT,

    CONSTRAINT "Person_pkey" PRIMARY KEY ("shopId","personId")
);

-- CreateTable
CREATE TABLE "Order" (
    "shopId" TEXT NOT NULL,
    "orderId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "personId" TEXT,
    "emailHash" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "confirmedAt" TIMESTAMPTZ(3),
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "cancelledAt" TIMESTAMPTZ(3),
    "isPurchase" BOOLEAN NOT NULL,
    "currency" TEXT NOT NULL,
    "valueMinor" BIGINT NOT NULL,
    "netMinor" BIGINT NOT NULL,
    "basket" INTEGER[],
    "owned" INTEGER[],
    "touchToken" TEXT,
    "order" JSONB NOT NULL,

    CONSTRAINT "Order_pkey" PRIMARY KEY ("shopId","orderId")
);

-- CreateTable
CREATE TABLE "Product" (
    "shopId" TEXT NOT NULL,
    "productId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "product" JSONB,
    "updatedAt" TIMESTAMPTZ(3),
    "isRemoved" BOOLEAN NOT NULL DEFAULT false,
    "writtenIn" BIGINT NOT NULL DEFAULT ((pg_current_xact_id())::text)::bigint,

    CONSTRAINT "Product_pkey" PRIMARY KEY ("shopId","productId")
);

-- CreateTable
CREATE TABLE "PairingMining" (
    "shopId" TEXT NOT NULL,
    "table" TEXT NOT NULL,
    "windowFrom" TIMESTAMPTZ(3) NOT NULL,
    "windowTo" TIMESTAMPTZ(3) NOT NULL,
    "minedAt" TIMESTAMPTZ(3) NOT NULL,
    "orders" INTEGER NOT NULL,
    "allBuyers" INTEGER NOT NULL,
    "pairs" INTEGER NOT NULL,

    CONSTRAINT "PairingMining_pkey" PRIMARY KEY ("shopId","table")
);

-- CreateTable
CREATE TABLE "PairingRow" (
    "shopId" TEXT NOT NULL,
    "table" TEXT NOT NULL,
    "antecedent" INTEGER NOT NULL,
    "buyers" INTEGER NOT NULL,
    "consequents" INTEGER[],
    "support" INTEGER[],
    "consequentBuyers" INTEGER[],
    "grades" INTEGER[],

    CONSTRAINT "PairingRow_pkey" PRIMARY KEY ("shopId","table","antecedent")
);

-- CreateTable
CREATE TABLE "Enrolment" (
    "shopId" TEXT NOT NULL,
    "enrolmentId" TEXT NOT NULL,
    "orderId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "arm" TEXT NOT NULL,
    "confirmedAt" TIMESTAMPTZ(3) NOT NULL,
    "enrolledAt" TIMESTAMPTZ(3) NOT NULL,
    "settingsVersion" INTEGER NOT NULL,
    "zone" TEXT NOT NULL,
    "segments" TEXT[],
    "isLive" BOOLEAN NOT NULL DEFAULT true,
    "endedAt" TIMESTAMPTZ(3),
    "exitReason" TEXT,

    CONSTRAINT "Enrolment_pkey" PRIMARY KEY ("shopId","enrolmentId")
);

-- CreateTable
CREATE TABLE "Touch" (
    "shopId" TEXT NOT NULL,
    "touchId" TEXT NOT NULL,
    "enrolmentId" TEXT NOT NULL,
    "orderId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "touchNumber" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "reason" TEXT,
    "firstDueAt" TIMESTAMPTZ(3) NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "windowEndsAt" TIMESTAMPTZ(3) NOT NULL,
    "claimToken" TEXT,
    "leaseUntil" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "decidedAt" TIMESTAMPTZ(3),
    "attemptedAt" TIMESTAMPTZ(3),
    "sentAt" TIMESTAMPTZ(3),
    "messageId" TEXT,
    "emailHash" TEXT,
    "productId" TEXT,
    "variantId" TEXT,
    "sellingPlanId" TEXT,
    "productPriceMinor" BIGINT,
    "priceBaseMinor" BIGINT,
    "orderSubtotalMinor" BIGINT,
    "subject" TEXT,
    "settingsVersion" INTEGER NOT NULL,

    CONSTRAINT "Touch_pkey" PRIMARY KEY ("shopId","touchId")
);

-- CreateTable
CREATE TABLE "Decision" (
    "shopId" TEXT NOT NULL,
    "decisionId" TEXT NOT NULL,
    "orderId" TEXT NOT NULL,
    "personId" TEXT,
    "touchId" TEXT,
    "touchNumber" INTEGER,
    "decidedAt" TIMESTAMPTZ(3) NOT NULL,
    "verdict" TEXT NOT NULL,
    "reason" TEXT,
    "arm" TEXT,
    "settingsVersion" INTEGER NOT NULL,
    "rule" TEXT NOT NULL,
    "gates" JSONB NOT NULL,
    "candidates" JSONB,
    "chosenProductId" TEXT,

    CONSTRAINT "Decision_pkey" PRIMARY KEY ("shopId","decisionId")
);

-- CreateTable
CREATE TABLE "EmailEvent" (
    "shopId" TEXT NOT NULL,
    "naturalKey" TEXT NOT NULL,
    "touchId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "isMachine" BOOLEAN NOT NULL,
    "isTemporary" BOOLEAN NOT NULL,

    CONSTRAINT "EmailEvent_pkey" PRIMARY KEY ("shopId","naturalKey")
);

-- CreateTable
CREATE TABLE "Suppression" (
    "shopId" TEXT NOT NULL,
    "emailHash" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Suppression_pkey" PRIMARY KEY ("shopId","emailHash","kind","source")
);

-- CreateTable
CREATE TABLE "Credit" (
    "shopId" TEXT NOT NULL,
    "orderId" TEXT NOT NULL,
    "touchId" TEXT NOT NULL,
    "amountMinor" BIGINT NOT NULL,

    CONSTRAINT "Credit_pkey" PRIMARY KEY ("shopId","orderId")
);

-- CreateTable
CREATE TABLE "CronSlot" (
    "shopId" TEXT NOT NULL,
    "job" TEXT NOT NULL,
    "slot" TEXT NOT NULL,

    CONSTRAINT "CronSlot_pkey" PRIMARY KEY ("shopId","job","slot")
);

-- CreateTable
CREATE TABLE "HistoryImport" (
    "shopId" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "bulkOperationId" TEXT,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "ordersRead" INTEGER NOT NULL,
    "error" TEXT,

    CONSTRAINT "HistoryImport_pkey" PRIMARY KEY ("shopId")
);

-- CreateIndex
CREATE INDEX "Session_shopId_idx" ON "Session"("shopId");

-- CreateIndex
CREATE UNIQUE INDEX "Inbox_shopId_webhookId_key" ON "Inbox"("shopId", "webhookId");

-- CreateIndex
CREATE UNIQUE INDEX "Inbox_shopId_naturalKey_key" ON "Inbox"("shopId", "naturalKey");

-- CreateIndex
CREATE UNIQUE INDEX "Person_shopId_customerId_key" ON "Person"("shopId", "customerId");

-- CreateIndex
CREATE UNIQUE INDEX "Person_shopId_emailHash_key" ON "Person"("shopId", "emailHash");

-- CreateIndex
CREATE INDEX "Order_shopId_personId_confirmedAt_idx" ON "Order"("shopId", "personId", "confirmedAt");

-- CreateIndex
CREATE INDEX "Order_shopId_confirmedAt_idx" ON "Order"("shopId", "confirmedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Product_shopId_number_key" ON "Product"("shopId", "number");

-- CreateIndex
CREATE INDEX "Product_shopId_writtenIn_idx" ON "Product"("shopId", "writtenIn");

-- CreateIndex
CREATE INDEX "Enrolment_shopId_personId_idx" ON "Enrolment"("shopId", "personId");

-- CreateIndex
CREATE UNIQUE INDEX "Enrolment_shopId_orderId_key" ON "Enrolment"("shopId", "orderId");

-- CreateIndex
CREATE INDEX "Touch_shopId_personId_sentAt_idx" ON "Touch"("shopId", "personId", "sentAt");

-- CreateIndex
CREATE UNIQUE INDEX "Touch_shopId_enrolmentId_touchNumber_key" ON "Touch"("shopId", "enrolmentId", "touchNumber");

-- CreateIndex
CREATE INDEX "Decision_shopId_decidedAt_idx" ON "Decision"("shopId", "decidedAt");

-- CreateIndex
CREATE INDEX "Decision_shopId_orderId_idx" ON "Decision"("shopId", "orderId");

-- CreateIndex
CREATE INDEX "EmailEvent_shopId_touchId_idx" ON "EmailEvent"("shopId", "touchId");



-- What Prisma's schema language cannot say.

-- One live enrolment per person, and one enrolment decision per order.
CREATE UNIQUE INDEX "Enrolment_live_key" ON "Enrolment"("shopId", "personId") WHERE "isLive";
CREATE UNIQUE INDEX "Decision_enrolment_key" ON "Decision"("shopId", "orderId") WHERE "touchId" IS NULL;

-- Open work, shop first: a claim takes the oldest of every shop in turn at a cost that does not grow with the backlog.
CREATE INDEX "Touch_due_idx" ON "Touch"("shopId", "dueAt", "touchId") WHERE "state" = 'due';
CREATE INDEX "Inbox_new_idx" ON "Inbox"("shopId", "nextAt", "id") WHERE "state" = 'new';

-- Leases that may have run out, and sends that still have no answer.
CREATE INDEX "Touch_lease_idx" ON "Touch"("leaseUntil") WHERE "state" IN ('claimed', 'sending');
CREATE INDEX "Touch_ambiguous_idx" ON "Touch"("shopId", "attemptedAt") WHERE "state" = 'ambiguous';

-- A point in time as the application counts it: milliseconds since 1970.
CREATE FUNCTION "instant_ms"("at" timestamptz) RETURNS bigint
    LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN (extract(epoch FROM "at") * 1000)::bigint;

-- Written whole every night and read whole: compressing the columns costs more than their bytes.
ALTER TABLE "PairingRow"
    ALTER COLUMN "consequents" SET STORAGE EXTERNAL,
    ALTER COLUMN "support" SET STORAGE EXTERNAL,
    ALTER COLUMN "consequentBuyers" SET STORAGE EXTERNAL,
    ALTER COLUMN "grades" SET STORAGE EXTERNAL;

-- The second wall between shops. Work on one shop runs as the role encore_shop, which sees only rows of the shop that
-- the transaction has named, and none when it has named no shop. The owner of the tables serves all shops (runner).
-- A role belongs to the whole server, so another database of it may have made it already.
CREATE FUNCTION "create_encore_shop"() RETURNS void LANGUAGE sql AS 'CREATE ROLE encore_shop NOLOGIN';
SELECT "create_encore_shop"() WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'encore_shop');
DROP FUNCTION "create_encore_shop"();
GRANT encore_shop TO CURRENT_USER;
GRANT USAGE ON SEQUENCE "Inbox_id_seq", "Person_number_seq" TO encore_shop;
GRANT SELECT, INSERT, UPDATE, DELETE ON
    "Session", "Shop", "SettingsVersion", "Inbox", "Person", "Order",
    "Product", "PairingMining", "PairingRow", "Enrolment", "Touch", "Decision",
    "EmailEvent", "Suppression", "Credit", "CronSlot", "HistoryImport"
TO encore_shop;

ALTER TABLE "Session" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "own_shop" ON "Session" TO encore_shop USING ("shopId" = (SELECT current_setting('app.shop_id', true)));

ALTER TABLE "Shop" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "own_shop" ON "Shop" TO encore_shop USING ("shopId" = (SELECT current_setting('app.shop_id', true)));

ALTER TABLE "SettingsVersion" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "own_shop" ON "SettingsVersion" TO encore_shop USING ("shopId" = (SELECT current_setting('app.shop_id', true)));

ALTER TABLE "Inbox" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "own_shop" ON "Inbox" TO encore_shop USING ("shopId" = (SELECT current_setting('app.shop_id', true)));

ALTER TABLE "Person" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "own_shop" ON "Person" TO encore_shop USING ("shopId" = (SELECT current_setting('app.shop_id', true)));

ALTER TABLE "Order" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "own_shop" ON "Order" TO encore_shop USING ("shopId" = (SELECT current_setting('app.shop_id', true)));

ALTER TABLE "Product" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "own_shop" ON "Product" TO encore_shop USING ("shopId" = (SELECT current_setting('app.shop_id', true)));

ALTER TABLE "PairingMining" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "own_shop" ON "PairingMining" TO encore_shop USING ("shopId" = (SELECT current_setting('app.shop_id', true)));

ALTER TABLE "PairingRow" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "own_shop" ON "PairingRow" TO encore_shop USING ("shopId" = (SELECT current_setting('app.shop_id', true)));

ALTER TABLE "Enrolment" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "own_shop" ON "Enrolment" TO encore_shop USING ("shopId" = (SELECT current_setting('app.shop_id', true)));

ALTER TABLE "Touch" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "own_shop" ON "Touch" TO encore_shop USING ("shopId" = (SELECT current_setting('app.shop_id', true)));

ALTER TABLE "Decision" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "own_shop" ON "Decision" TO encore_shop USING ("shopId" = (SELECT current_setting('app.shop_id', true)));

ALTER TABLE "EmailEvent" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "own_shop" ON "EmailEvent" TO encore_shop USING ("shopId" = (SELECT current_setting('app.shop_id', true)));

ALTER TABLE "Suppression" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "own_shop" ON "Suppression" TO encore_shop USING ("shopId" = (SELECT current_setting('app.shop_id', true)));

ALTER TABLE "Credit" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "own_shop" ON "Credit" TO encore_shop USING ("shopId" = (SELECT current_setting('app.shop_id', true)));

ALTER TABLE "CronSlot" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "own_shop" ON "CronSlot" TO encore_shop USING ("shopId" = (SELECT current_setting('app.shop_id', true)));

ALTER TABLE "HistoryImport" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "own_shop" ON "HistoryImport" TO encore_shop USING ("shopId" = (SELECT current_setting('app.shop_id', true)));
