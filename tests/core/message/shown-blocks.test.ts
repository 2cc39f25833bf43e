import { describe, expect, it } from 'vitest';
import { BLOCKS, type Block } from '#core/message/message-texts';
import { shownBlocks } from '#core/message/shown-blocks';
import { messageContent, MESSAGES } from '../../emails/messages';

const contentOf = (wanted: string) => {
  const found = MESSAGES.find(([name]) => name === wanted)?.[1];
  if (!found) throw new Error(`there is no message "${wanted}"`);
  return found;
};
const shown = (name: string, blocks: ReadonlyArray<Block>) => shownBlocks({ ...contentOf(name), blocks });

describe('a block', () => {
  it('is shown where its fact is there, and leaves no gap where it is not', () => {
    const said = shown('touch 1, reduced', BLOCKS);
    expect(said).toEqual(
      BLOCKS.filter((block) => !['divider', 'exclusivity', 'subscription'].includes(block)),
    );
    expect(shown('touch 1, bare', BLOCKS)).toEqual(['headline', 'text', 'product', 'button']);
  });

  it.each([
    ['socialProof', 'touch 1', 'touch 1, bare'],
    ['picture', 'touch 2', 'touch 2, bare'],
    ['savings', 'touch 1, reduced', 'touch 1'],
    ['urgency', 'touch 1, reduced', 'touch 1, everything'],
    ['subscription', 'touch 3, replenishment', 'touch 3, accessory'],
    ['reassurance', 'touch 1, everything', 'touch 2, clicked'],
    ['exclusivity', 'touch 1, everything', 'touch 1, reduced'],
    ['loyalty', 'touch 1, everything', 'touch 1'],
  ] as const)('%s is in %s and not in %s', (block, there, notThere) => {
    expect(shown(there, [block])).toEqual([block]);
    expect(shown(notThere, [block])).toEqual([]);
  });

  it('of touch 1 shows what was bought when the offer has no picture; another touch shows nothing then', () => {
    const offered = { ...messageContent().offered, imageUrl: null };
    const blocks = ['picture'] as const;
    expect(shownBlocks(messageContent({ offered, blocks }))).toEqual(['picture']);
    expect(shownBlocks(messageContent({ offered, blocks, touchNumber: 2 }))).toEqual([]);
  });
});

describe('a line', () => {
  it.each<[string, ReadonlyArray<Block>, ReadonlyArray<Block>]>([
    ['stands between two blocks', ['text', 'divider', 'button'], ['text', 'divider', 'button']],
    ['does not begin or end an email', ['divider', 'text', 'button', 'divider'], ['text', 'button']],
    ['is one where two meet', ['text', 'divider', 'divider', 'button'], ['text', 'divider', 'button']],
    [
      'is one where what stood between two is not said',
      ['text', 'divider', 'savings', 'divider', 'button'],
      ['text', 'divider', 'button'],
    ],
    ['goes with the last block that is said', ['text', 'button', 'divider', 'urgency'], ['text', 'button']],
  ])('%s', (_how, blocks, expected) => {
    expect(shown('touch 1', blocks)).toEqual(expected);
  });
});
