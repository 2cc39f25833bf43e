import { expect, it } from 'vitest';
import { parseSettings, SettingsError } from '#adapters/settings/parse-settings';
import { BLOCKS, DEFAULT_MESSAGES } from '#core/message/message-texts';

function faultsOf(one: Record<string, unknown>): ReadonlyArray<string> {
  try {
    parseSettings({ messages: { one } });
    return [];
  } catch (error) {
    if (error instanceof SettingsError) return error.faults.map(({ path, problem }) => `${path} ${problem}`);
    throw error;
  }
}

it('a text with known tags is kept, and the others stay as they were', () => {
  const { messages } = parseSettings({ messages: { one: { subject: 'For {{ bought.title }}' } } });
  expect(messages.one.subject).toBe('For {{ bought.title }}');
  expect(messages.two).toEqual(DEFAULT_MESSAGES.two);
});

it.each([
  [{ subject: '' }, 'messages.one.subject must not be empty'],
  [{ subject: '   ' }, 'messages.one.subject must not be empty'],
  [{ headline: '{{ product.title }}' }, 'messages.one.headline does not know the tag {{ product.title }}'],
  [{ text: 'Hi {{ offer.title' }, 'messages.one.text has a tag that does not begin'],
  [{ subject: 'x'.repeat(201) }, 'messages.one.subject must have at most 200 characters'],
  [
    { blocks: ['headline', 'text', 'headline', 'button'] },
    'messages.one.blocks must hold the block headline once',
  ],
  [
    { blocks: ['headline', 'text', 'divider'] },
    'messages.one.blocks needs the button or the offered product',
  ],
  [{ blocks: ['button', 'video'] }, 'messages.one.blocks.1'],
  [{ blocks: ['button', 'urgency'] }, 'messages.one.urgencyEndsAt needs the day and time'],
  [{ urgencyEndsAt: 'tomorrow' }, 'messages.one.urgencyEndsAt must be a date and a time'],
  [{ urgencyEndsAt: '2026-02-30T10:00' }, 'messages.one.urgencyEndsAt must be a date and a time'],
])('%j is refused at its field', (one, fault) => {
  expect(faultsOf(one).join('\n')).toContain(fault);
});

it.each([
  ['may stand in another order', { blocks: DEFAULT_MESSAGES.one.blocks.toReversed() }],
  ['may be few: the button alone', { blocks: ['button'] }],
  ['may be few: the offered product alone', { blocks: ['product'] }],
  [
    'may be all that there are, with several lines',
    { blocks: [...BLOCKS, 'divider'], urgencyEndsAt: '2026-11-30T23:59' },
  ],
])('the blocks %s', (_how, one) => {
  expect(faultsOf(one)).toEqual([]);
});
