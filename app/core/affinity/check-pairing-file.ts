import type { CatalogueProduct } from '../catalogue/product';
import { restoreText } from '../shared/formula-cell';
import type { Instant } from '../shared/time';
import { productFinder } from './find-product';
import type { PairingKey, PairingUse } from './override';
import {
  faultAt,
  MOST_DECISIONS,
  type FileFault,
  type FileLine,
  type FileProblem,
  type ReadColumn,
} from './pairing-file';
import { readDate, readTable, readUse } from './pairing-file-cells';
import { readHeading, type FileHeading } from './pairing-file-heading';

const MOST_FAULTS_KEPT = 100;
const LONGEST_NOTE = 500;

/** What one line of the file decides. What the file has no column for stays as it is. */
export type FileEntry = PairingKey & {
  readonly line: number;
  readonly use: PairingUse;
  readonly note?: string;
  readonly startsAt?: Instant | null;
  readonly endsAt?: Instant | null;
};

export type CheckedFile = {
  readonly entries: ReadonlyArray<FileEntry>; // each pairing once, in the file's sequence; none when there are faults
  readonly repeated: number; // lines that say what an earlier line says
  readonly wordless: number; // lines without a decision, which change nothing
  readonly faults: ReadonlyArray<FileFault>; // the first 100
  readonly faultCount: number;
};

export type FileCheck = {
  readonly take: (line: FileLine) => void;
  readonly fault: (fault: FileFault) => void;
  readonly finish: () => CheckedFile;
};

/**
 * Checks a file of pairings line by line, so that a large one can be read in pieces: the first line that says something is
 * the heading, each further one a pairing. A line without a decision is skipped; nothing is ever taken back by a file.
 * In: the shop's catalogue, its zone (IANA) for dates. Out: takes lines in the file's sequence, and faults that were
 * found while it was cut into cells; at last what the file says. A file with a fault says nothing else.
 */
export function startFileCheck(input: {
  readonly products: Iterable<CatalogueProduct>;
  readonly zone: string;
}): FileCheck {
  const find = productFinder(input.products);
  const entries = new Map<string, FileEntry>();
  const faults: FileFault[] = [];
  let heading: FileHeading | 'unread' | 'unusable' = 'unread';
  let [faultCount, repeated, wordless, decisions] = [0, 0, 0, 0];

  const fault = (found: FileFault) => {
    faultCount += 1;
    if (faults.length < MOST_FAULTS_KEPT) faults.push(found);
  };
  const takeHeading = (line: FileLine) => {
    const read = readHeading(line);
    heading = 'places' in read ? read : 'unusable';
    if (!('places' in read)) read.forEach(fault);
  };
  const takeEntry = (entry: FileEntry) => {
    const key = `${entry.table} ${entry.antecedentId} ${entry.consequentId}`;
    const earlier = entries.get(key);
    if (!earlier) entries.set(key, entry);
    else if (isSame(earlier, entry)) repeated += 1;
    else {
      const at = { line: entry.line, column: 'own_use', other: earlier.line };
      fault(faultAt(at, entry.use, 'contradiction'));
    }
  };

  return {
    take: ({ line, cells }) => {
      if (cells.every((cell) => cell.trim() === '')) return;
      if (heading === 'unread') return takeHeading({ line, cells });
      if (heading === 'unusable' || decisions > MOST_DECISIONS) return;
      const read = readEntry({ line, cells: cells.map(restoreText) }, heading, find, input.zone);
      if (read === null) return void (wordless += 1);
      decisions += 1;
      if (decisions > MOST_DECISIONS) fault(faultAt({ line }, String(cells[0]), 'too_many_decisions'));
      else if ('use' in read) takeEntry(read);
      else read.forEach(fault);
    },
    fault,
    finish: () => {
      if (heading === 'unread' && faultCount === 0) fault(faultAt({ line: 1 }, '', 'empty_file'));
      return {
        entries: faultCount > 0 ? [] : [...entries.values()],
        repeated,
        wordless,
        faults,
        faultCount,
      };
    },
  };
}

/** Null: the line decides nothing. */
function readEntry(
  { line, cells }: FileLine,
  { places, names }: FileHeading,
  find: ReturnType<typeof productFinder>,
  zone: string,
): FileEntry | null | ReadonlyArray<FileFault> {
  const faults: FileFault[] = [];
  const cell = (column: ReadColumn) => cells[places.get(column) ?? -1] ?? '';
  const fault = (column: ReadColumn, problem: FileProblem, other?: number) =>
    void faults.push(faultAt({ line, column, other }, cell(column), problem));
  const stray = cells.find((text, at) => text.trim() !== '' && (names[at] ?? '').trim() === '');
  if (stray !== undefined) faults.push(faultAt({ line }, stray, 'too_many_cells'));

  const useColumn = places.has('own_use') ? 'own_use' : 'use';
  const use = readUse(cell(useColumn), useColumn);
  if (use === null) fault(useColumn, 'bad_use');
  if (use === 'none') {
    const told = useColumn === 'own_use' ? readUse(cell('use'), 'use') : 'none';
    if (told !== 'none' && told !== null) fault('use', 'use_not_own');
    const beside = (['note', 'starts_at', 'ends_at'] as const).find((column) => cell(column).trim() !== '');
    if (beside) fault(beside, 'no_use');
    return faults.length > 0 ? faults : null;
  }

  const table = readTable(cell('table'));
  if (table === null) fault('table', 'bad_table');
  if (table === 'next_order' && use === 'touch_3_only') fault(useColumn, 'only_same_order');
  const product = (idColumn: 'bought_id' | 'recommended_id', titleColumn: 'bought' | 'recommended') => {
    const found = find(cell(idColumn), cell(titleColumn));
    if ('productId' in found) return found.productId;
    fault(found.at === 'id' || !places.has(titleColumn) ? idColumn : titleColumn, found.problem, found.other);
    return null;
  };
  const antecedentId = product('bought_id', 'bought');
  const consequentId = product('recommended_id', 'recommended');
  if (antecedentId !== null && antecedentId === consequentId)
    fault(places.has('recommended_id') ? 'recommended_id' : 'recommended', 'same_product');

  const startsAt = readDate(cell('starts_at'), false, zone);
  if (startsAt === undefined) fault('starts_at', 'bad_date');
  const endsAt = readDate(cell('ends_at'), true, zone);
  if (endsAt === undefined) fault('ends_at', 'bad_date');
  if (startsAt && endsAt && startsAt >= endsAt) fault('ends_at', 'dates');
  const note = cell('note');
  if (note.length > LONGEST_NOTE) fault('note', 'note_too_long');

  if (faults.length > 0 || use === null || table === null || antecedentId === null || consequentId === null)
    return faults;
  return {
    ...{ line, table, antecedentId, consequentId, use },
    ...(places.has('note') ? { note } : {}),
    ...(places.has('starts_at') ? { startsAt, endsAt } : {}),
  };
}

function isSame(one: FileEntry, other: FileEntry): boolean {
  const { use, note, startsAt, endsAt } = one;
  return use === other.use && note === other.note && startsAt === other.startsAt && endsAt === other.endsAt;
}
