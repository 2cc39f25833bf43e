import type { BulkOperation } from '../../bulk/bulk-operation';
import { gid } from '../gid';
import { isoTime } from './iso-time';

export function bulkOperationNode(operation: BulkOperation) {
  return {
    __typename: 'BulkOperation',
    id: gid('BulkOperation', operation.id),
    type: 'QUERY',
    query: operation.query,
    status: () => operation.status,
    errorCode: () => operation.errorCode,
    createdAt: isoTime(operation.createdAt),
    completedAt: () => isoTime(operation.completedAt),
    objectCount: () => String(operation.objectCount),
    rootObjectCount: () => String(operation.rootObjectCount),
    fileSize: () => (operation.url === null ? null : String(operation.fileSize)),
    url: () => operation.url,
    partialDataUrl: null,
  };
}
