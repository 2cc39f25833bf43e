import { sha256Hex } from '../shared/hash';
import type { FileEntry } from './check-pairing-file';
import type { PairingKey, PairingOverride } from './override';

/** A decision as it is to be put. */
export type FileChange = Omit<PairingOverride, 'savedBy' | 'savedAt'>;

export type FileComparison = {
  readonly changes: ReadonlyArray<FileChange>; // fresh and changed ones
  readonly fresh: number; // about pairings that nobody had decided about
  readonly changed: number;
  readonly unchanged: number;
  readonly fingerprint: string; // of the changes and of what they replace: the same only for the same effect
};

const ENTRIES_IN_A_SLICE = 2000;

/**
 * What a checked file would change. It pauses after every few entries, for a file may hold very many.
 * In: the file's entries, the shop's decisions. Out: nothing for a pause; returns the comparison.
 */
export function* compareInSlices(
  entries: ReadonlyArray<FileEntry>,
  overrides: ReadonlyArray<PairingOverride>,
): Generator<void, FileComparison> {
  const known = new Map(overrides.map((override) => [keyOf(override), override]));
  yield;
  const changes: FileChange[] = [];
  let [fresh, changed, unchanged, fingerprint] = [0, 0, 0, ''];
  for (let start = 0; start < entries.length; start += ENTRIES_IN_A_SLICE) {
    const effects: unknown[] = [];
    for (const entry of entries.slice(start, start + ENTRIES_IN_A_SLICE)) {
      const before = known.get(keyOf(entry));
      const after = settle(entry, before);
      if (before && sayings(before) === sayings(after)) {
        unchanged += 1;
        continue;
      }
      if (before) changed += 1;
      else fresh += 1;
      changes.push(after);
      effects.push([keyOf(after), sayings(after), before ? sayings(before) : null]);
    }
    if (effects.length > 0) fingerprint = sha256Hex(fingerprint + JSON.stringify(effects));
    yield;
  }
  return { changes, fresh, changed, unchanged, fingerprint };
}

/** What the file has no column for stays as it was. */
function settle(entry: FileEntry, before: PairingOverride | undefined): FileChange {
  const { table, antecedentId, consequentId, use, note = before?.note ?? '' } = entry;
  const { startsAt = before?.startsAt ?? null, endsAt = before?.endsAt ?? null } = entry;
  return { table, antecedentId, consequentId, use, note, startsAt, endsAt };
}

function sayings({ use, note, startsAt, endsAt }: FileChange): string {
  return JSON.stringify([use, note, startsAt, endsAt]);
}

function keyOf({ table, antecedentId, consequentId }: PairingKey): string {
  return `${table} ${antecedentId} ${consequentId}`;
}
