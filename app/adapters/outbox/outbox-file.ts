import { join } from 'node:path';

/** Where a touch's file is. In: ids from anywhere. Out: folder and name inside the directory; null when an id would leave it. */
export function outboxFile(
  directory: string,
  shopId: string,
  touchId: string,
): { readonly folder: string; readonly name: string } | null {
  const isPlain = (id: string) => /^[A-Za-z0-9][A-Za-z0-9._-]{0,200}$/.test(id);
  return isPlain(shopId) && isPlain(touchId)
    ? { folder: join(directory, shopId), name: `${touchId}.eml` }
    : null;
}
