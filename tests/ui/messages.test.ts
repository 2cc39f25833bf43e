import { expect, it } from 'vitest';
import { english } from '#messages/en';
import { pseudoLocale, type MessageTree } from '../../app/pseudo-locale.server';

/** Every message with its key, as "shell.saveBar.save". */
function flatten(tree: MessageTree, path = ''): ReadonlyArray<readonly [string, string]> {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${path}${key}`, value] as const] : flatten(value, `${path}${key}.`),
  );
}

const placeholdersOf = (message: string) =>
  [...message.matchAll(/\{(\w+)(?=[,}])/g)].map(([, name]) => name).sort();

it('every message is one that ICU can read, and the pseudo-locale keeps its placeholders and is longer', () => {
  const pseudo = new Map(flatten(pseudoLocale(english)));
  for (const [key, message] of flatten(english)) {
    const longer = pseudo.get(key) ?? '';
    expect(placeholdersOf(longer), key).toEqual(placeholdersOf(message));
    expect(longer.length, key).toBeGreaterThan(message.length);
  }
});

it('a placeholder that is not closed is refused, its twin is not', () => {
  expect(() => pseudoLocale({ bad: 'for {count' })).toThrow();
  expect(pseudoLocale({ good: 'for {count}' })).toEqual({ good: 'fór ö{count}' });
});

it('no message promises, shouts or stands empty', () => {
  for (const [key, message] of flatten(english)) {
    expect(message.trim(), key).not.toBe('');
    expect(message, key).not.toMatch(/!|guarantee/i);
  }
});
