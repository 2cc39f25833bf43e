-- AlterTable
ALTER TABLE "SendingAccount" ADD COLUMN     "eventKey" TEXT,
ADD COLUMN     "eventsSeenAt" TIMESTAMPTZ(3);
