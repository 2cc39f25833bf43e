-- Who named an address in an order, though they are known by another one.
CREATE INDEX "Order_shopId_emailHash_idx" ON "Order"("shopId", "emailHash");
