/** What separates an option from the name before it: "Road-150 Red, 48", "Tee - M / Red", "Tee (Red)". */
const SEPARATED = /^(.*\S)(?:,\s|\s[-–—/|]\s)\s*(\S.*)$/u;
const BRACKETED = /^(.*\S)\s*[([]([^()[\]]+)[)\]]$/u;

/** A size that is worn or ridden. A single digit counts only behind its system: alone it may be a volume or a version. */
const WORN_SIZE =
  /^(?:x{0,4}[sl]|m|[2-6]xl|[sml]\/[ml]|(?:extra |x-)?(?:small|large)|medium|one size|(?:size|eu|uk|us) ?\d{1,3}(?:[.,]5)?|\d{2,3}(?:[.,]5)?|\d[.,]5)$/u;

const AMOUNT =
  /^(?:\d+(?:[.,]\d+)? ?[x×] ?){0,2}\d+(?:[.,]\d+)? ?(?:kg|g|grams?|mg|lbs?|pounds?|(?:fl\.? ?)?oz|ounces?|ml|cl|dl|l|lit(?:re|er)s?|mm|cm|m|inch(?:es)?|in|ft|gb|tb|")$/u;

const PACK =
  /^(?:(?:pack|set|box|bag|case) of \d+|\d+[- ]?packs?|\d+ ?(?:pieces?|pcs?|ct|count|capsules|tablets|sachets|bags|pods|sheets|rolls|cups)|pair|single|(?:twin|double|triple|multi|value|family)[- ]?pack|(?:travel|family|full)[- ]size)$/u;

/** Without words that are flavours, scents or materials as often: mint, olive, lavender, copper. */
const COLOURS: ReadonlySet<string> = new Set([
  'black', 'white', 'grey', 'gray', 'silver', 'gold', 'red', 'blue', 'green', 'yellow', 'orange', 'pink', 'purple',
  'violet', 'brown', 'beige', 'ivory', 'navy', 'teal', 'turquoise', 'burgundy', 'maroon', 'khaki', 'charcoal', 'multi',
  'multicolour', 'multicolor',
]); // prettier-ignore
const SHADES: ReadonlySet<string> = new Set([
  'light', 'dark', 'bright', 'pale', 'deep', 'matte', 'matt', 'metallic', 'heather', 'sky', 'royal', 'off', 'rose', 'and',
]); // prettier-ignore

/**
 * The title without what tells the sizes, colours and packs of one model apart, where these stand at its end behind a
 * separator: ", ", " - ", " / ", " | " or brackets. What is not known as an option stays, so that another kind of the
 * thing (decaf, dark roast, porcelain) keeps its own name.
 * In: a title. Out: lower case, single spaces; the whole title where nothing was recognised.
 */
export function modelName(title: string): string {
  let name = title.normalize('NFKC').toLowerCase().replaceAll(/\s+/gu, ' ').trim();
  let isWorn = false;
  for (;;) {
    const [, stem, option] = BRACKETED.exec(name) ?? SEPARATED.exec(name) ?? [];
    if (stem === undefined || option === undefined) break;
    const parts = option.split(/, | [-–—/|] /u).map((part) => part.trim().replace(/\.$/u, ''));
    if (!parts.every(isOption)) break;
    isWorn ||= parts.some((part) => WORN_SIZE.test(part));
    name = stem;
  }
  return isWorn ? withoutLastColour(name) : name;
}

function isOption(part: string): boolean {
  return WORN_SIZE.test(part) || AMOUNT.test(part) || PACK.test(part) || isColour(part.split(/[ /&+-]+/u));
}

function isColour(words: ReadonlyArray<string>): boolean {
  return (
    words.some((word) => COLOURS.has(word)) && words.every((word) => COLOURS.has(word) || SHADES.has(word))
  );
}

/** "Road-150 Red, 48": what comes in sizes comes in colours. Elsewhere a last colour may be the kind: Earl Grey, 100 g. */
function withoutLastColour(name: string): string {
  const words = name.split(' ');
  const last = words.at(-1) ?? '';
  return words.length > 1 && COLOURS.has(last) ? words.slice(0, -1).join(' ') : name;
}
