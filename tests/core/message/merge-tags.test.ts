import { describe, expect, it } from 'vitest';
import { fillText, findTagFault, ownLength, tagsOf, type TagValues } from '#core/message/merge-tags';
import { DEFAULT_MESSAGES, MESSAGE_KEYS } from '#core/message/message-texts';

const VALUES: TagValues = {
  'bought.title': 'Trail Runner 2',
  'offer.title': 'Gel Insoles',
  'offer.price': '$24.00',
  'customer.first_name': 'Maya',
  'shop.name': 'Northfield',
  'owned.weeks': '2 weeks',
  'clicked.title': 'Merino Socks',
};
const fill = (text: string, different: Partial<TagValues> = {}, most = 78) =>
  fillText(text, { ...VALUES, ...different }, most);

describe('a filled text', () => {
  it('holds the values, however the tags are spaced', () => {
    expect(fill('{{offer.title}} for your {{  bought.title  }}, {{ offer.price }}')).toBe(
      'Gel Insoles for your Trail Runner 2, $24.00',
    );
  });

  it.each([null, '', '   '])('uses the fallback of the text where the value is %j', (missing) => {
    expect(fill('Hi {{ customer.first_name | friend }}', { 'customer.first_name': missing })).toBe(
      'Hi friend',
    );
  });

  it('uses the value where there is one, whatever the fallback', () => {
    expect(fill('Hi {{ customer.first_name | friend }}')).toBe('Hi Maya');
  });

  it.each(['Hi {{ customer.first_name }}', 'Hi {{ customer.first_name | }}'])(
    'leaves no gap where "%s" names no fallback',
    (text) => {
      expect(fill(text, { 'customer.first_name': null })).toBe('Hi there');
    },
  );

  it.each([
    '{{ shop.name }}',
    '{{ shop.name | x }} }}{{',
    '$& $1 $$',
    '<b>bold</b>',
    '__proto__',
    '{{ constructor }}',
  ])('takes the title "%s" as it is', (title) => {
    expect(fill('For {{ offer.title }}!', { 'offer.title': title })).toBe(`For ${title}!`);
  });

  it('is one line: a title adds no header', () => {
    expect(fill('For {{ offer.title }}', { 'offer.title': 'Lamp\r\nBcc: x@y.test' })).toBe(
      'For Lamp Bcc: x@y.test',
    );
  });
});

describe('the longest line', () => {
  it('cuts the title, never the words around it', () => {
    const subject = fill("You've had your {{ bought.title }} for {{ owned.weeks }}: time to restock?", {
      'bought.title': 'Extraordinarily long title '.repeat(5),
    });
    expect(subject.length).toBeLessThanOrEqual(78);
    expect(subject).toMatch(/^You've had your .*… for 2 weeks: time to restock\?$/);
  });

  it('leaves a short title whole beside a long one', () => {
    const subject = fill('{{ offer.title }} for {{ bought.title }}', { 'bought.title': 'x'.repeat(200) });
    expect(subject).toMatch(/^Gel Insoles for x+…$/);
    expect(subject).toHaveLength(78);
  });

  it('cuts two long titles alike', () => {
    const long = 'x'.repeat(200);
    const subject = fill('{{ offer.title }} - {{ bought.title }}', {
      'offer.title': long,
      'bought.title': long,
    });
    const [one = '', other = ''] = subject.split(' - ');
    expect([one.length, other.length]).toEqual([37, 37]);
  });

  it('holds even where the words alone are longer', () => {
    expect(fill('word '.repeat(60)).length).toBeLessThanOrEqual(78);
  });
});

describe('the fault of a text', () => {
  const known = tagsOf('one');

  it.each(['Plain', 'For {{ offer.title }}', '{{ customer.first_name | friend }}', 'a } b { c'])(
    '"%s" has none',
    (text) => expect(findTagFault(text, known)).toBeNull(),
  );

  it.each([
    ['{{ product.title }}', 'product.title'],
    ['{{ 7*7 }}', '7*7'],
    ['{{}}', ''],
    ['{{ toString }}', 'toString'],
  ])('of "%s" is the tag that nobody knows', (text, tag) => {
    expect(findTagFault(text, known)).toEqual({ kind: 'unknown_tag', tag });
  });

  it.each(['{{ offer.title', 'offer.title }}', '{{ {{ offer.title }}', '{{ offer.title }'])(
    'of "%s" is that a tag is not finished',
    (text) => expect(findTagFault(text, known)).toEqual({ kind: 'unfinished_tag' }),
  );

  it('what was clicked is known only in the email that asks about it', () => {
    expect(findTagFault('{{ clicked.title }}', tagsOf('twoClicked'))).toBeNull();
    expect(findTagFault('{{ clicked.title }}', tagsOf('two'))).not.toBeNull();
  });
});

it('the texts that a shop begins with have no fault', () => {
  for (const key of MESSAGE_KEYS) {
    const { blocks: _blocks, urgencyEndsAt: _end, ...texts } = DEFAULT_MESSAGES[key];
    for (const text of Object.values(texts)) expect(findTagFault(text, tagsOf(key))).toBeNull();
  }
});

it('tags do not count as own words', () => {
  expect(ownLength('For {{ offer.title | this }}!')).toBe(5);
});
