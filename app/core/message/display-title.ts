import { plainLine } from './plain-line';

const MAX_TITLE = 80;
const MINIMUM_SHOUTED_LETTERS = 5; // "UGG" and "BBQ" are names, not shouting
const ABBREVIATIONS = new Set(['LED', 'USB', 'UV', 'USA', 'UK', 'EU', 'SPF', 'DIY', 'ABC']);
const LOWERCASE_WORDS = new Set([
  'a',
  'an',
  'and',
  'at',
  'by',
  'for',
  'from',
  'in',
  'of',
  'on',
  'or',
  'the',
  'to',
  'with',
]);

/**
 * A product's title as an e-mail shows it: one printable line, and title case where the catalogue shouts.
 * In: the catalogue's title. Out: at most 80 characters; "WHITE METAL LANTERN" becomes "White Metal Lantern".
 */
export function displayTitle(title: string): string {
  const line = plainLine(title, MAX_TITLE);
  const letters = line.match(/\p{L}/gu) ?? [];
  const isShouted =
    letters.length >= MINIMUM_SHOUTED_LETTERS && !/\p{Ll}/u.test(line) && /\p{Lu}/u.test(line);
  return isShouted ? line.replace(/[\p{L}\p{N}'’]+/gu, titleCaseWord) : line;
}

function titleCaseWord(word: string, offset: number): string {
  const lower = word.toLowerCase();
  if (offset > 0 && LOWERCASE_WORDS.has(lower)) return lower;
  // Sizes, model numbers and abbreviations ("15CM", "LED", "TV") are written in capitals for good.
  const isCode =
    /\p{N}/u.test(word) || (word.length <= 3 && !/[AEIOUYÀ-ÖØ-Þ]/u.test(word)) || ABBREVIATIONS.has(word);
  return isCode ? word : word.charAt(0) + lower.slice(1);
}
