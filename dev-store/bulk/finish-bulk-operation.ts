import { deliverSoon } from '../clock/deliver-soon';
import type { DevStore } from '../shop/dev-store';
import type { ShopState } from '../shop/shop-state';
import { bulkFinishPayload } from '../webhooks/payloads/bulk-finish-payload';
import { queueWebhooks } from '../webhooks/queue-webhook';
import type { BulkOperation } from './bulk-operation';

/** Ends an operation whose result is there, or failed, and tells the app. */
export function finishBulkOperation(store: DevStore, shop: ShopState, operation: BulkOperation): void {
  const { status, objectCount, rootObjectCount, fileSize } = operation;
  if (status !== 'COMPLETED' && status !== 'FAILED')
    throw new Error(`bulk operation ${operation.id} is ${status}: it has not ended`);
  store.journal.write(store, {
    kind: 'bulk_finished',
    shop: shop.shop.domain,
    operationId: operation.id,
    status,
    objectCount,
    rootObjectCount,
    fileSize,
  });
  if (status === 'FAILED') operation.errorCode = 'INTERNAL_SERVER_ERROR';
  else if (objectCount > 0) operation.url = `${store.origin}/bulk/${operation.fileName}`;
  operation.completedAt = store.clock.now;
  queueWebhooks(store, shop, ['bulk_operations/finish'], () => bulkFinishPayload(operation, store.clock.now));
  deliverSoon(store);
}
