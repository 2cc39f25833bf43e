import { readSuppressionKind, readSuppressionSubject, type SuppressionEntry } from './suppression-entry';

export const MOST_LIST_BYTES = 5_000_000;

export type ListFault = {
  readonly line: number; // as an editor counts, from 1
  readonly text: string; // what stands there, shortened
  readonly problem: 'not_an_address' | 'unknown_reason' | 'too_many_columns' | 'open_quote';
};

export type SuppressionListFile = {
  readonly entries: ReadonlyArray<SuppressionEntry>; // each once
  readonly repeated: number; // lines that say what another line said already
  readonly faults: ReadonlyArray<ListFault>;
};

const LONGEST_QUOTE = 60;
/** email,reason and up to as many more columns as exports of other programs carry; those are not read. */
const MOST_COLUMNS = 20;

/**
 * Reads a list of people to leave alone: CSV with an address or a domain first and a reason second, if any. Takes a byte
 * order mark, any line ends, commas, semicolons or tabs (whichever the first line uses), quoted fields and one heading.
 * In: the file's text. Out: what it says, and every line that cannot be understood; such a line says nothing else.
 */
export function parseSuppressionList(text: string): SuppressionListFile {
  const entries = new Map<string, SuppressionEntry>();
  const faults: ListFault[] = [];
  let repeated = 0;
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  const separator = separatorOf(lines.find((line) => line.trim() !== '') ?? '');
  let isFirst = true;

  lines.forEach((raw, index) => {
    if (raw.trim() === '') return;
    const fault = (problem: ListFault['problem']) =>
      faults.push({ line: index + 1, text: raw.trim().slice(0, LONGEST_QUOTE), problem });
    const cells = splitLine(raw, separator);
    const isHeading = isFirst && cells !== null && /^(e-?mail|address|domain)\b/i.test(cells[0] ?? '');
    isFirst = false;
    if (cells === null) return void fault('open_quote');
    const subject = readSuppressionSubject(cells[0] ?? '');
    if (isHeading && subject === null) return;
    if (cells.length > MOST_COLUMNS) return void fault('too_many_columns');
    const kind = readSuppressionKind(cells[1] ?? '');
    if (subject === null) return void fault('not_an_address');
    if (kind === null) return void fault('unknown_reason');
    const key = `${subject.scope} ${subject.hash} ${kind}`;
    if (entries.has(key)) repeated += 1;
    entries.set(key, { ...subject, kind });
  });
  return { entries: [...entries.values()], repeated, faults };
}

function separatorOf(line: string): string {
  const outside = line.replaceAll(/"[^"]*"/g, '');
  return [';', '\t'].find((each) => outside.includes(each) && !outside.includes(',')) ?? ',';
}

/** The cells of one line; a doubled quote inside quotes is one. Null when a quote is never closed. */
function splitLine(line: string, separator: string): ReadonlyArray<string> | null {
  const cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (let at = 0; at < line.length; at += 1) {
    const sign = line.charAt(at);
    if (isQuoted && sign === '"' && line.charAt(at + 1) === '"') {
      cell += sign;
      at += 1;
    } else if (sign === '"' && (isQuoted || cell.trim() === '')) {
      isQuoted = !isQuoted;
    } else if (sign === separator && !isQuoted) {
      cells.push(cell.trim());
      cell = '';
    } else cell += sign;
  }
  return isQuoted ? null : [...cells, cell.trim()];
}
