// Embeddings, overrides and isolates can make a title read backwards or hide what follows it.
const BIDI_CONTROLS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;
const NOT_PRINTABLE = /[\p{Cc}\p{Cs}\u2028\u2029\uFEFF]/gu;

/**
 * Somebody else's text as one printable line: no CR, LF or other control character (a header can not be added
 * through it), no direction controls, single spaces, at most `maxCharacters` visible characters.
 * In: any text, a whole number of at least 1. Out: the line, ending in an ellipsis where it was cut; may be empty.
 */
export function plainLine(text: string, maxCharacters: number): string {
  const line = text
    // Past this nothing can be shown; the bound keeps a megabyte of title from being looked at.
    .slice(0, maxCharacters * 16)
    .replace(BIDI_CONTROLS, '')
    .replace(NOT_PRINTABLE, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  return shorten(line, maxCharacters);
}

/**
 * Cuts at a word, else between two visible characters, never inside one.
 * In: one line, a whole number of at least 1. Out: the line itself, or its beginning with an ellipsis.
 */
export function shorten(line: string, maxCharacters: number): string {
  if (line.length <= maxCharacters) return line;
  const characters = Array.from(new Intl.Segmenter('en').segment(line), (part) => part.segment);
  if (characters.length <= maxCharacters) return line;
  const kept = characters.slice(0, maxCharacters - 1).join('');
  const lastSpace = kept.lastIndexOf(' ');
  const cutsWord = characters[maxCharacters - 1] !== ' ' && lastSpace > kept.length / 2;
  return `${(cutsWord ? kept.slice(0, lastSpace) : kept).trimEnd()}…`;
}
