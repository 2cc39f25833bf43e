import { _createCache, _createIntlFormatters } from 'use-intl/core';
import formatParsed from 'use-intl/format-message/format-only';
import formatText from 'use-intl/format-message';
import { expect, it } from 'vitest';
import { english } from '#messages/en';
import { compileMessages } from '../../bundling/compile-messages';
import { messagesOf, placeholdersOf } from '../ui/read-messages';

const cache = _createCache();
const options = { cache, formatters: _createIntlFormatters(cache), locale: 'en', timeZone: 'UTC' };

it('a parsed message reads as its text does, whatever is put in', () => {
  const parsed = new Map(messagesOf(compileMessages(english)));
  for (const [key, text] of messagesOf(english)) {
    const message = parsed.get(key) as Parameters<typeof formatParsed>[1];
    for (const count of [0, 1, 2, 12_345.6]) {
      const values = Object.fromEntries(
        placeholdersOf(message).map(({ name, variants }) => [
          name,
          variants[count % variants.length] ?? count,
        ]),
      );
      const expected = formatText(key, text as string, values, options);
      expect(formatParsed(key, message, values, options), key).toBe(expected);
    }
  }
});

it('a placeholder that is not closed is refused, its twin is not', () => {
  expect(() => compileMessages({ bad: 'for {count' })).toThrow();
  expect(compileMessages({ good: 'for {count}' })).toEqual({ good: ['for ', ['count']] });
});
