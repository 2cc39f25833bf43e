import type { Admin } from '#flows/ports';
import type { ShopCalls } from './call-shop';
import { historyQuery } from './history-query';
import { EXPORT, START_EXPORT } from './operations/history';
import { readHistory } from './read-history';
import { refuseUserErrors } from './refuse-user-errors';

export function historyReads(
  calls: ShopCalls,
): Pick<Admin, 'startHistoryExport' | 'historyExport' | 'readHistory'> {
  return {
    startHistoryExport: async (shopId, until) => {
      const { bulkOperationRunQuery } = await calls.admin(shopId, START_EXPORT, {
        query: historyQuery(until),
      });
      refuseUserErrors(shopId, 'bulkOperationRunQuery', bulkOperationRunQuery?.userErrors ?? []);
      const id = bulkOperationRunQuery?.bulkOperation?.id;
      if (id === undefined)
        throw new Error(`${shopId}: bulkOperationRunQuery started nothing and named no error; try again`);
      return id;
    },

    historyExport: async (shopId, bulkOperationId) => {
      const { bulkOperation } = await calls.admin(shopId, EXPORT, { id: bulkOperationId });
      switch (bulkOperation?.status) {
        case 'CREATED':
        case 'RUNNING':
          return { state: 'running', objects: Number(bulkOperation.objectCount) };
        case 'COMPLETED':
          return { state: 'completed', url: bulkOperation.url ?? null };
        default: {
          const end = bulkOperation
            ? `${bulkOperation.status} ${bulkOperation.errorCode ?? ''}`.trim()
            : 'unknown to Shopify';
          return { state: 'failed', error: `${bulkOperationId} is ${end}; ask for the export again` };
        }
      }
    },

    readHistory,
  };
}
