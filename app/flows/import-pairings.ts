import { startFileCheck, type CheckedFile } from '#core/affinity/check-pairing-file';
import { compareInSlices, type FileComparison } from '#core/affinity/compare-file';
import type { FileFault, FileLine } from '#core/affinity/pairing-file';
import type { Instant } from '#core/shared/time';
import { inSlices } from './in-slices';
import type { Tools } from './ports';

/** A piece of a file that is being read. A fault ends the reading. */
export type FilePiece = { readonly lines: ReadonlyArray<FileLine>; readonly fault: FileFault | null };

type Asked = { readonly shopId: string; readonly file: AsyncIterable<FilePiece> };

type Counts = Pick<FileComparison, 'fresh' | 'changed' | 'unchanged' | 'fingerprint'> &
  Pick<CheckedFile, 'repeated' | 'wordless'>;

type Faulty = { readonly kind: 'faulty' } & Pick<CheckedFile, 'faults' | 'faultCount'>;

export type ImportPreview = Faulty | ({ readonly kind: 'readable' } & Counts);

/** `moved`: the shop is not as it was when the preview was made; this is the preview as of now. */
export type ImportAnswer =
  Faulty | ({ readonly kind: 'imported' } & Counts) | ({ readonly kind: 'moved' } & Counts);

/** What a file of pairings would change. Nothing is written. In: shop, the file. Out: null when the shop is not installed. */
export async function previewPairingImport(
  { store }: Pick<Tools, 'store'>,
  { shopId, file }: Asked,
): Promise<ImportPreview | null> {
  const checked = await checkFile({ store }, { shopId, file });
  if (checked === null || checked.faultCount > 0) return checked && faulty(checked);
  const compared = await inSlices(compareInSlices(checked.entries, await store.allOverrides(shopId)));
  return { kind: 'readable', ...countsOf(checked, compared) };
}

/**
 * Puts what a file of pairings decides, all of it or nothing, when that is what the merchant saw before: the file is
 * checked once more against the catalogue and the decisions as they are now. Nothing is taken back by a file.
 * In: shop, the file, the fingerprint of the preview, who, now (ms). Out: null when the shop is not installed.
 */
export async function importPairings(
  { store }: Pick<Tools, 'store'>,
  input: Asked & { readonly seen: string; readonly savedBy: string; readonly now: Instant },
): Promise<ImportAnswer | null> {
  const { shopId, seen, savedBy, now } = input;
  const checked = await checkFile({ store }, input);
  if (checked === null || checked.faultCount > 0) return checked && faulty(checked);
  let answer: ImportAnswer | null = null;
  await store.putOverrides(shopId, async (overrides) => {
    const compared = await inSlices(compareInSlices(checked.entries, overrides));
    const isAsSeen = compared.fingerprint === seen;
    answer = { kind: isAsSeen ? 'imported' : 'moved', ...countsOf(checked, compared) };
    return isAsSeen ? compared.changes.map((change) => ({ ...change, savedBy, savedAt: now })) : [];
  });
  return answer;
}

async function checkFile(
  { store }: Pick<Tools, 'store'>,
  { shopId, file }: Asked,
): Promise<CheckedFile | null> {
  const [shop, { products }] = await Promise.all([store.findShop(shopId), store.catalogue(shopId)]);
  if (!shop) return null;
  const check = startFileCheck({ products: products.values(), zone: shop.zone });
  for await (const { lines, fault } of file) {
    lines.forEach(check.take);
    if (fault) check.fault(fault);
  }
  return check.finish();
}

function countsOf({ repeated, wordless }: CheckedFile, compared: FileComparison): Counts {
  const { fresh, changed, unchanged, fingerprint } = compared;
  return { fresh, changed, unchanged, repeated, wordless, fingerprint };
}

function faulty({ faults, faultCount }: CheckedFile): Faulty {
  return { kind: 'faulty', faults, faultCount };
}
