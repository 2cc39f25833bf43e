import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import type { StoreSeed } from '../model';
import { entryShape, headerShape, type JournalEntry } from './entry';

export type JournalFile = {
  readonly entries: ReadonlyArray<JournalEntry>; // those of earlier runs
  readonly append: (entry: JournalEntry) => void;
  readonly close: () => void;
};

/** Opens the journal of a store, or begins one. A last line that was cut off, as by a power cut, is removed. Throws when
 * the journal is not of these seeds or a line cannot be read. */
export function openJournalFile(path: string, seeds: ReadonlyArray<StoreSeed>): JournalFile {
  const header = `${JSON.stringify({ journal: 1, seeds: fingerprint(seeds) })}\n`;
  mkdirSync(dirname(path), { recursive: true });
  const bytes = existsSync(path) ? readFileSync(path) : Buffer.alloc(0);
  const whole = bytes.subarray(0, bytes.lastIndexOf('\n') + 1);
  const entries = whole.length === 0 ? [] : readEntries(path, whole.toString(), header);
  // It holds tokens and addresses.
  if (whole.length === 0) writeFileSync(path, header, { mode: 0o600 });
  const file = openSync(path, 'a', 0o600);
  if (whole.length > 0 && whole.length < bytes.length) ftruncateSync(file, whole.length);
  return {
    entries,
    append: (entry) => void writeSync(file, `${JSON.stringify(entry)}\n`),
    close: () => closeSync(file),
  };
}

function readEntries(path: string, text: string, header: string): ReadonlyArray<JournalEntry> {
  const [first = '', ...lines] = text.trimEnd().split('\n');
  if (!headerShape.safeParse(parseLine(first)).success)
    throw new Error(`${path} is no journal of the dev store: start over without it`);
  if (`${first}\n` !== header) {
    throw new Error(
      `${path} was written over other orders than these, as by another version: start over without it, or go back to that version`,
    );
  }
  return lines.map((line, index) => {
    const entry = entryShape.safeParse(parseLine(line));
    if (entry.success) return entry.data;
    throw new Error(`${path}, line ${index + 2} cannot be read: start over without the journal`);
  });
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

/** Taken before anything happens to the seeds: what they hold belongs to the shops from then on. */
function fingerprint(seeds: ReadonlyArray<StoreSeed>): string {
  const hash = createHash('sha256');
  for (const seed of seeds) hash.update(JSON.stringify(seed));
  return hash.digest('hex').slice(0, 16);
}
