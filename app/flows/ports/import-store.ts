import type { Instant } from '#core/shared/time';

/** Where the import of a shop's history stands. */
export type ImportProgress = {
  readonly state: 'requested' | 'exporting' | 'reading' | 'mining' | 'done' | 'failed';
  readonly bulkOperationId: string | null;
  readonly until: Instant; // orders confirmed before it are history
  readonly ordersRead: number;
  readonly error: string | null;
};

export interface ImportStore {
  saveImport(shopId: string, progress: ImportProgress): Promise<void>;
  findImport(shopId: string): Promise<ImportProgress | null>;
}
