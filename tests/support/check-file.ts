import { startFileCheck, type CheckedFile } from '#core/affinity/check-pairing-file';
import type { CatalogueProduct } from '#core/catalogue/product';
import { uploaded } from './pairing-file';

/** Reads and checks a file as an import does, without a shop. In: text or bytes, the catalogue. Out: what it says. */
export async function checkFile(
  content: string | Uint8Array,
  products: ReadonlyArray<CatalogueProduct>,
  chunkBytes?: number,
): Promise<CheckedFile> {
  const check = startFileCheck({ products, zone: 'Europe/London' });
  for await (const { lines, fault } of uploaded(content, chunkBytes)) {
    lines.forEach(check.take);
    if (fault) check.fault(fault);
  }
  return check.finish();
}
