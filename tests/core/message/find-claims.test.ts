import { describe, expect, it } from 'vitest';
import { NO_DIFFERENCES } from '#core/segments/own-segment';
import { findClaims } from '#core/message/find-claims';
import { DEFAULT_MESSAGES, type MessageTexts } from '#core/message/message-texts';

const withTexts = (over: Partial<MessageTexts>) => ({
  ...DEFAULT_MESSAGES,
  two: { ...DEFAULT_MESSAGES.two, ...over },
});
const phrasesIn = (text: string) => findClaims(withTexts({ text })).flatMap(({ phrases }) => phrases);

describe('promotional claims (R9)', () => {
  it('the texts that a shop begins with make none', () => {
    expect(findClaims(DEFAULT_MESSAGES)).toEqual([]);
  });

  it.each([
    ['Save 20 % on your next order', ['Save', '20 %']],
    ['Jetzt 15% Rabatt', ['15%']],
    ['$10 off {{ offer.title }}', ['$10 off']],
    ['Our Best Price yet', ['Best Price']],
    ['The lowest price in town', ['lowest']],
    ['Only today for you', ['Only today']],
    ['Last chance to add it', ['Last chance']],
    ['This offer ends tonight', ['ends tonight']],
    ['While supplies last', ['While supplies last']],
    ["Don't miss it", ["Don't miss"]],
    ['Satisfaction guaranteed', ['Satisfaction', 'guaranteed']],
    ['Free shipping', ['Free']],
    ['The #1 coffee', ['#1']],
    ['Only 3 left', ['Only 3 left']],
    ['A hurried\u00a0reader: LAST\n CHANCE', ['LAST CHANCE']],
    ['Dear {{ customer.first_name | best price hunter }}', ['best price']],
  ])('%j makes %j', (text, phrases) => {
    expect(phrasesIn(text)).toEqual(phrases);
  });

  it.each([
    'Feel free to write to us',
    'Sugar-free and gluten-free',
    'Best wishes, the team',
    'It lasts for years',
    'We safeguard your order',
    'You bought it 3 weeks ago',
    '{{ offer.title }}, {{ offer.price }}, from {{ shop.name }}',
  ])('%j makes none', (text) => {
    expect(phrasesIn(text)).toEqual([]);
  });

  it('each text is told with where it stands and a hash that another text does not have', () => {
    const [subject, text, ...others] = findClaims(withTexts({ subject: 'Save now', text: 'Save more' }));
    expect(others).toEqual([]);
    expect(subject).toMatchObject({ message: 'two', field: 'subject', text: 'Save now', phrases: ['Save'] });
    expect(text).toMatchObject({ message: 'two', field: 'text' });
    expect(subject?.textHash).toMatch(/^[0-9a-f]{64}$/);
    expect(subject?.textHash).not.toBe(text?.textHash);
  });

  it('is found in what a segment says in place of the sequence, and counts once however many say it', () => {
    const saying = (headline: string | null) => ({
      differences: { ...NO_DIFFERENCES, texts: { one: { subject: null, headline } } },
    });
    const found = (...headlines: ReadonlyArray<string | null>) =>
      findClaims(DEFAULT_MESSAGES, headlines.map(saying)).map(({ message, field, text }) => [
        message,
        field,
        text,
      ]);
    expect(found('Save 50 % today', 'Save 50 % today')).toEqual([['one', 'headline', 'Save 50 % today']]);
    expect(found('Something for you', null)).toEqual([]);
  });
});
