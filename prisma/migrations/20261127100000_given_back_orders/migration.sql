-- An order that was a purchase until it was refunded in full belongs to the lift until then. Of those kept before this the
-- times of refunds are not known, so that they go on counting as nothing from the beginning.
ALTER TABLE "Order" ADD COLUMN     "isGivenBack" BOOLEAN NOT NULL DEFAULT false;
