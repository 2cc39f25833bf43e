import { expect, it } from 'vitest';
import { english } from '#messages/en';
import { pseudoLocale } from '../../app/pseudo-locale.server';
import { compileMessages } from '../../bundling/compile-messages';
import { messagesOf, placeholdersOf, textsOf } from './read-messages';

/** Some are all placeholder, or a unit of one letter. */
const hasLetters = (text: string) => (text.match(/\p{L}/gu) ?? []).length > 1;

it('every message is one that ICU can read, and the pseudo-locale keeps its placeholders and is longer', () => {
  const parsed = compileMessages(english);
  const pseudo = new Map(messagesOf(pseudoLocale(parsed)));
  for (const [key, message] of messagesOf(parsed)) {
    const longer = pseudo.get(key);
    expect(placeholdersOf(longer), key).toEqual(placeholdersOf(message));
    expect(textsOf(longer).join('').includes('ö'), key).toBe(textsOf(message).some(hasLetters));
  }
});

it('the pseudo-locale reaches into variants and tags, and leaves how figures are written alone', () => {
  const message = '{count, plural, one {# hen} other {# hens}}, {share, number, percent} <b>{name} hen</b>';
  expect(pseudoLocale(compileMessages({ message }))).toEqual(
    compileMessages({
      message: '{count, plural, one {# héñö} other {# héñsöö}}, {share, number, percent} <b>{name} héñö</b>',
    }),
  );
});

it('no message promises, shouts or stands empty', () => {
  for (const [key, message] of messagesOf(english)) {
    expect(String(message).trim(), key).not.toBe('');
    expect(message, key).not.toMatch(/!|guarantee|boost|more sales|will (increase|grow|raise|earn)/i);
    expect(message, key).not.toMatch(/\p{Extended_Pictographic}/u);
  }
});

it('what two screens say in words of their own is the same', () => {
  const { own, order } = english.settings.names.segments;
  expect(english.segments.labels).toEqual({ own, order });
});
