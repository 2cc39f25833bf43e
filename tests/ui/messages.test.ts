import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { expect, it } from 'vitest';
import { english } from '#messages/en';
import { pseudoLocale, type MessageTree } from '../../app/pseudo-locale.server';

/** Every message with its key, as "shell.saveBar.save". */
function flatten(tree: MessageTree, path = ''): ReadonlyArray<readonly [string, string]> {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${path}${key}`, value] as const] : flatten(value, `${path}${key}.`),
  );
}

const placeholdersOf = (message: string): ReadonlyArray<string> =>
  [...new Set(parse(message).flatMap(namesIn))].sort();

/** Some are all placeholder. */
function hasLetters(element: MessageFormatElement): boolean {
  if (element.type === TYPE.literal) return (element.value.match(/\p{L}/gu) ?? []).length > 1;
  if (element.type === TYPE.tag) return element.children.some(hasLetters);
  return (
    (element.type === TYPE.plural || element.type === TYPE.select) &&
    Object.values(element.options).some(({ value }) => value.some(hasLetters))
  );
}

function namesIn(element: MessageFormatElement): ReadonlyArray<string> {
  if (element.type === TYPE.literal || element.type === TYPE.pound) return [];
  if (element.type === TYPE.tag) return element.children.flatMap(namesIn);
  const options =
    element.type === TYPE.plural || element.type === TYPE.select ? Object.values(element.options) : [];
  return [element.value, ...options.flatMap(({ value }) => value.flatMap(namesIn))];
}

it('every message is one that ICU can read, and the pseudo-locale keeps its placeholders and is longer', () => {
  const pseudo = new Map(flatten(pseudoLocale(english)));
  for (const [key, message] of flatten(english)) {
    const longer = pseudo.get(key) ?? '';
    expect(placeholdersOf(longer), key).toEqual(placeholdersOf(message));
    expect(longer.includes('ö'), key).toBe(parse(message).some(hasLetters));
  }
});

it('a placeholder that is not closed is refused, its twin is not', () => {
  expect(() => pseudoLocale({ bad: 'for {count' })).toThrow();
  expect(pseudoLocale({ good: 'for {count}' })).toEqual({ good: 'fór ö{count}' });
});

it('no message promises, shouts or stands empty', () => {
  for (const [key, message] of flatten(english)) {
    expect(message.trim(), key).not.toBe('');
    expect(message, key).not.toMatch(/!|guarantee|boost|more sales|will (increase|grow|raise|earn)/i);
    expect(message, key).not.toMatch(/\p{Extended_Pictographic}/u);
  }
});
