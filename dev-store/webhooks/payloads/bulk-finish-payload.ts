import type { BulkOperation } from '../../bulk/bulk-operation';
import { gid } from '../../graphql/gid';
import type { Instant } from '../../model';

/** The body of bulk_operations/finish: no URL in it, that has to be asked for. */
export function bulkFinishPayload(operation: BulkOperation, completedAt: Instant) {
  return {
    admin_graphql_api_id: gid('BulkOperation', operation.id),
    completed_at: new Date(completedAt).toISOString(),
    created_at: new Date(operation.createdAt).toISOString(),
    error_code: operation.errorCode?.toLowerCase() ?? null,
    status: operation.status.toLowerCase(),
    type: 'query',
  };
}
