import type { Instant } from '../model';

export type BulkOperation = {
  readonly id: string;
  readonly query: string;
  readonly createdAt: Instant;
  readonly fileName: string;
  status: 'CREATED' | 'RUNNING' | 'COMPLETED' | 'FAILED';
  errorCode: 'INTERNAL_SERVER_ERROR' | null;
  completedAt: Instant | null;
  objectCount: number;
  rootObjectCount: number;
  fileSize: number;
  url: string | null; // null until it is completed, and for ever when it found nothing
};
