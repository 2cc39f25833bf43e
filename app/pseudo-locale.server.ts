/** CLDR's name for it. Only a local Shopify may ask for it. */
export const PSEUDO_LOCALE = 'en-XA';

/** A text, or a message that was parsed when the app was built; see bundling/compile-messages. */
type Message = string | ReadonlyArray<unknown>;
export type MessageTree = { readonly [key: string]: Message | MessageTree };

/** How icu-minify marks a part with variants: select, plural, ordinal. The marks above stand for figures and dates. */
const WITH_VARIANTS: ReadonlyArray<unknown> = [1, 2, 3];

const ACCENTED: Readonly<Record<string, string>> = {
  a: 'á', e: 'é', i: 'í', o: 'ó', u: 'ú', A: 'Á', E: 'É', I: 'Í', O: 'Ó', U: 'Ú', n: 'ñ', c: 'ç', y: 'ý',
}; // prettier-ignore
/** German and Finnish are about this much longer than English. */
const LONGER_BY = 0.4;

/**
 * The words with accents and two fifths longer, as a language that nobody has translated yet: what is not in the
 * messages stays plain English and is seen at once, and a layout that is too narrow breaks.
 * In: messages. Out: the same tree; placeholders and plurals stay what they are.
 */
export function pseudoLocale<Tree extends MessageTree>(messages: Tree): Tree {
  return Object.fromEntries(
    Object.entries(messages).map(([key, value]) => [
      key,
      isTree(value) ? pseudoLocale(value) : accent(value),
    ]),
  ) as Tree;
}

const isTree = (value: Message | MessageTree): value is MessageTree =>
  typeof value !== 'string' && !Array.isArray(value);

/** A message is a text or its parts. */
const accent = (message: unknown): unknown =>
  Array.isArray(message)
    ? message.map(accentPart)
    : typeof message === 'string'
      ? lengthen(message)
      : message;

/** A part is a text, the figure of a plural, or a list: the name of a placeholder or tag, and what comes with it. */
function accentPart(part: unknown): unknown {
  if (!Array.isArray(part)) return accent(part);
  const [name, mark, variants] = part as ReadonlyArray<unknown>;
  if (WITH_VARIANTS.includes(mark)) {
    return [
      name,
      mark,
      Object.fromEntries(Object.entries(variants as object).map(([key, variant]) => [key, accent(variant)])),
    ];
  }
  return typeof mark === 'number' && mark !== 0 ? part : [name, ...part.slice(1).map(accentPart)];
}

function lengthen(text: string): string {
  const letters = text.replace(/\p{L}/gu, (letter) => ACCENTED[letter] ?? letter);
  const count = (text.match(/\p{L}/gu) ?? []).length;
  return letters + 'ö'.repeat(Math.round(count * LONGER_BY));
}
