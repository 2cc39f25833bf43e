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
  [{ blocks: BLOCKS.slice(1) }, 'messages.one.blocks must hold every block once'],
  [{ blocks: [...BLOCKS.slice(1), 'button'] }, 'messages.one.blocks must hold every block once'],
])('%j is refused at its field', (one, fault) => {
  expect(faultsOf(one).join('\n')).toContain(fault);
});

it('the blocks may stand in another order', () => {
  expect(faultsOf({ blocks: BLOCKS.toReversed() })).toEqual([]);
});
