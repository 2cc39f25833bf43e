import type { MessageKey } from './message-texts';
import { plainLine, shorten } from './plain-line';

/** What a merge tag stands for. The second column is said where the value is missing and the text names no fallback. */
const TAGS = {
  'bought.title': 'your order',
  'offer.title': 'this product',
  'offer.price': 'its price',
  'customer.first_name': 'there',
  'shop.name': 'our shop',
  'owned.weeks': 'a while',
  'clicked.title': 'it',
} as const;

export type MergeTag = keyof typeof TAGS;
export type TagValues = Readonly<Record<MergeTag, string | null>>;

const COMMON_TAGS = [
  'bought.title', 'offer.title', 'offer.price', 'customer.first_name', 'shop.name', 'owned.weeks',
] as const satisfies ReadonlyArray<MergeTag>; // prettier-ignore

/** Cut first where a line is too long: the merchant's own words are never cut for a title. */
const TITLES: ReadonlySet<MergeTag> = new Set(['bought.title', 'offer.title', 'clicked.title']);

const TAG = /\{\{\s*([^{}|]*?)\s*(?:\|\s*([^{}]*?)\s*)?\}\}/g;

type Part = { readonly literal: string } | { readonly tag: MergeTag; readonly fallback: string };

/** The tags that an e-mail knows: what was clicked is known in the one that asks about it. */
export function tagsOf(key: MessageKey): ReadonlyArray<MergeTag> {
  return key === 'twoClicked' ? [...COMMON_TAGS, 'clicked.title'] : COMMON_TAGS;
}

/**
 * What is wrong with a text that a merchant wrote.
 * In: text with tags such as {{ offer.title }} or {{ customer.first_name | friend }}, the tags that may stand in it.
 * Out: null, or the first tag that is not known, or that a tag is not finished.
 */
export function findTagFault(
  text: string,
  known: ReadonlyArray<MergeTag>,
): { readonly kind: 'unknown_tag'; readonly tag: string } | { readonly kind: 'unfinished_tag' } | null {
  for (const match of text.matchAll(TAG)) {
    const tag = match[1] ?? '';
    if (!known.some((name) => name === tag)) return { kind: 'unknown_tag', tag };
  }
  return /\{\{|\}\}/.test(text.replace(TAG, '')) ? { kind: 'unfinished_tag' } : null;
}

/** How many characters of a text are the merchant's own words, without the tags. */
export function ownLength(text: string): number {
  return text.replace(TAG, '').length;
}

/**
 * Fills a text. Values are data: a tag inside of one stays as it is. A missing value becomes the fallback, never a gap.
 * In: text with known tags, values ready for display, the most visible characters. Out: one line of at most that many;
 * titles are cut for it before anything else is.
 */
export function fillText(text: string, values: TagValues, maxCharacters: number): string {
  const filled = partsOf(text).map((part) => {
    if ('literal' in part) return { words: part.literal, isTitle: false };
    const value = (values[part.tag] ?? '').trim();
    return { words: value === '' ? part.fallback : value, isTitle: TITLES.has(part.tag) };
  });
  const titles = filled.filter(({ isTitle }) => isTitle).map(({ words }) => words);
  const rest = filled.reduce((sum, { words, isTitle }) => sum + (isTitle ? 0 : words.length), 0);
  const most = fairShare(titles, maxCharacters - rest);
  return plainLine(
    filled.map(({ words, isTitle }) => (isTitle ? shorten(words, most) : words)).join(''),
    maxCharacters,
  );
}

/** The length to which every longer title is cut so that together they fit; shorter ones leave their room to the others. */
function fairShare(titles: ReadonlyArray<string>, room: number): number {
  let left = room;
  let waiting = titles.length;
  for (const length of titles.map((title) => title.length).sort((a, b) => a - b)) {
    const share = Math.floor(left / waiting);
    if (length > share) return Math.max(1, share);
    left -= length;
    waiting -= 1;
  }
  return Math.max(1, room);
}

function partsOf(text: string): ReadonlyArray<Part> {
  const parts: Part[] = [];
  let from = 0;
  for (const match of text.matchAll(TAG)) {
    const tag = match[1] ?? '';
    if (!isTag(tag)) continue;
    parts.push({ literal: text.slice(from, match.index) }, { tag, fallback: match[2] || TAGS[tag] });
    from = match.index + match[0].length;
  }
  return [...parts, { literal: text.slice(from) }];
}

function isTag(name: string): name is MergeTag {
  return Object.hasOwn(TAGS, name);
}
