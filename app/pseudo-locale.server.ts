import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { printAST } from '@formatjs/icu-messageformat-parser/printer.js';

/** CLDR's name for it. Only a local Shopify may ask for it. */
export const PSEUDO_LOCALE = 'en-XA';

export type MessageTree = { readonly [key: string]: string | MessageTree };

const ACCENTED: Readonly<Record<string, string>> = {
  a: 'á', e: 'é', i: 'í', o: 'ó', u: 'ú', A: 'Á', E: 'É', I: 'Í', O: 'Ó', U: 'Ú', n: 'ñ', c: 'ç', y: 'ý',
}; // prettier-ignore
/** German and Finnish are about this much longer than English. */
const LONGER_BY = 0.4;

/**
 * The words with accents and two fifths longer, as a language that nobody has translated yet: what is not in the
 * messages stays plain English and is seen at once, and a layout that is too narrow breaks.
 * In: messages. Out: the same tree; placeholders and plurals stay what they are. Throws for what is no ICU message.
 */
export function pseudoLocale<Tree extends MessageTree>(messages: Tree): Tree {
  return Object.fromEntries(
    Object.entries(messages).map(([key, value]) => [
      key,
      typeof value === 'string' ? printAST(parse(value).map(accent)) : pseudoLocale(value),
    ]),
  ) as Tree;
}

function accent(element: MessageFormatElement): MessageFormatElement {
  switch (element.type) {
    case TYPE.literal:
      return { ...element, value: lengthen(element.value) };
    case TYPE.plural:
    case TYPE.select:
      return {
        ...element,
        options: Object.fromEntries(
          Object.entries(element.options).map(([name, option]) => [
            name,
            { ...option, value: option.value.map(accent) },
          ]),
        ),
      };
    case TYPE.tag:
      return { ...element, children: element.children.map(accent) };
    default:
      return element;
  }
}

function lengthen(text: string): string {
  const letters = text.replace(/\p{L}/gu, (letter) => ACCENTED[letter] ?? letter);
  const count = (text.match(/\p{L}/gu) ?? []).length;
  return letters + 'ö'.repeat(Math.round(count * LONGER_BY));
}
