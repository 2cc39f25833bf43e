import {
  faultAt,
  plainWord,
  READ_COLUMNS,
  TOLD_COLUMNS,
  type FileFault,
  type FileLine,
  type ReadColumn,
} from './pairing-file';

export type FileHeading = {
  readonly places: ReadonlyMap<ReadColumn, number>;
  readonly names: ReadonlyArray<string>; // as written, for faults of single cells
};

/** One of each row has to be there. */
const NEEDED: ReadonlyArray<ReadonlyArray<ReadColumn>> = [
  ['table'],
  ['bought_id', 'bought'],
  ['recommended_id', 'recommended'],
  ['own_use', 'use'],
];

/**
 * Reads the heading. An unknown name is a fault rather than left out: a misspelt `ends_at` would keep for good what is to
 * end. In: the first line that says something. Out: where the columns stand, or every fault.
 */
export function readHeading({ line, cells }: FileLine): FileHeading | ReadonlyArray<FileFault> {
  const faults: FileFault[] = [];
  const places = new Map<ReadColumn, number>();
  const seen = new Set<string>();
  cells.forEach((cell, place) => {
    const name = plainWord(cell);
    if (name === '') return;
    const column = READ_COLUMNS.find((known) => known === name);
    if (seen.has(name)) faults.push(faultAt({ line, column: name }, cell, 'column_twice'));
    else if (column) places.set(column, place);
    else if (!TOLD_COLUMNS.some((known) => known === name))
      faults.push(faultAt({ line }, cell, 'column_unknown'));
    seen.add(name);
  });
  const written = cells.join(' ').trim();
  if (places.size === 0) return [faultAt({ line }, written, 'no_heading')];

  for (const one of NEEDED)
    if (!one.some((column) => places.has(column)))
      faults.push(faultAt({ line, column: one[0] }, written, 'column_missing'));
  // One of them alone could set an end before the start that a pairing has.
  for (const [column, other] of [
    ['starts_at', 'ends_at'],
    ['ends_at', 'starts_at'],
  ] as const)
    // prettier-ignore
    if (places.has(other) && !places.has(column))
      faults.push(faultAt({ line, column }, written, 'column_missing'));
  return faults.length > 0 ? faults : { places, names: cells };
}
