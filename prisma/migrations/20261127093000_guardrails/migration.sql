-- AlterTable
ALTER TABLE "Shop" ADD COLUMN     "resumedAt" TIMESTAMPTZ(3);
