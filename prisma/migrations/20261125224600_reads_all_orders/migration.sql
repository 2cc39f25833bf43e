-- AlterTable
ALTER TABLE "Shop" ADD COLUMN     "readsAllOrders" BOOLEAN NOT NULL DEFAULT true;
