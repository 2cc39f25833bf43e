import { DAY_MS, localHourAfterDays, wallClockInstant, type Instant } from '../shared/time';
import { PAIRING_USES, type PairingUse } from './override';
import type { PairingTable } from './pairing';
import { plainWord } from './pairing-file';

/** Also as the screen calls it. */
const OTHER_WORDS: Readonly<Record<string, PairingUse>> = { your_own: 'curated' };
/** What export says in `use` of a pairing that nobody decided about. */
const OF_THE_COUNTS = ['', 'automatic', 'not_used', 'excluded_product'];

/** In: a cell. Out: the table; null for any other word. */
export function readTable(cell: string): PairingTable | null {
  const word = plainWord(cell);
  return word === 'same_order' || word === 'next_order' ? word : null;
}

/**
 * In: a cell, and which column it is of. Out: the merchant's decision; `none` where the line says none; null for a word
 * that is no use. `own_use` takes no words of the counts but `automatic`: who writes "not used" there means to block.
 */
export function readUse(cell: string, column: 'own_use' | 'use'): PairingUse | 'none' | null {
  const word = plainWord(cell);
  const use = PAIRING_USES.find((known) => known === word) ?? OTHER_WORDS[word];
  if (use) return use;
  const silent = column === 'use' ? OF_THE_COUNTS : ['', 'automatic'];
  return silent.includes(word) ? 'none' : null;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const LOCAL = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})$/;
const EXACT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z$/;
const YEAR_10000 = Date.UTC(10_000, 0, 1);

/**
 * Reads a date: 2026-11-30, 2026-11-30 18:00 (both on the shop's clock) or 2026-11-30T18:00:00Z. A day by itself begins
 * with its first moment and ends with its last.
 * In: a cell, whether it is an end, the shop's zone. Out: instant; null for an empty cell; undefined for no such date.
 */
export function readDate(cell: string, isEnd: boolean, zone: string): Instant | null | undefined {
  const text = cell.trim();
  if (text === '') return null;
  const [, day, clock] = LOCAL.exec(text) ?? [];
  const at = EXACT.test(text)
    ? exactInstant(text)
    : DAY.test(text)
      ? wholeDay(text, isEnd, zone)
      : wallClockInstant(`${day}T${clock}`, zone);
  return at !== null && at >= 0 && at < YEAR_10000 ? at : undefined;
}

/** The engine reads the 30th of February as a day in March. */
function exactInstant(text: string): Instant | null {
  const at = Date.parse(text);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text.slice(0, 19)) ? at : null;
}

function wholeDay(day: string, isEnd: boolean, zone: string): Instant | null {
  const noon = wallClockInstant(`${day}T12:00`, zone);
  if (noon === null || noon < 0 || noon > YEAR_10000 - 2 * DAY_MS) return null;
  return localHourAfterDays(noon, isEnd ? 1 : 0, zone, 0);
}
