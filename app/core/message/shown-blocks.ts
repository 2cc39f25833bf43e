import type { MessageContent } from './message';
import type { Block } from './message-texts';

const ALWAYS = () => true;

/** Whether a block has something to say about this offer to this person. */
const HAS_WORDS: Readonly<Record<Exclude<Block, 'divider'>, (content: MessageContent) => boolean>> = {
  headline: ALWAYS,
  text: ALWAYS,
  picture: ({ touchNumber, bought, offered }) =>
    offered.imageUrl !== null || (touchNumber === 1 && bought.imageUrl !== null),
  exclusivity: ({ exclusivity }) => exclusivity !== null,
  subscription: ({ touchNumber, subscription }) => touchNumber === 3 && subscription !== null,
  product: ALWAYS,
  socialProof: ({ offered, socialProof }) => offered.rating !== null || socialProof !== null,
  savings: ({ savings }) => savings !== null,
  urgency: ({ urgency }) => urgency !== null,
  button: ALWAYS,
  loyalty: ({ loyalty }) => loyalty !== null,
  reassurance: ({ touchNumber, reassurance }) => touchNumber === 1 && reassurance !== null,
};

/**
 * The blocks that an e-mail shows: a block without its fact leaves no gap, and a line stands only between two others.
 * In: the content with the merchant's blocks. Out: those that are drawn, in their order.
 */
export function shownBlocks(content: MessageContent): ReadonlyArray<Block> {
  const speaking = content.blocks.filter((block) => block === 'divider' || HAS_WORDS[block](content));
  return speaking.filter((block, at) => {
    if (block !== 'divider') return true;
    const isFirst = at === 0 || speaking[at - 1] === 'divider';
    return !isFirst && speaking.slice(at).some((later) => later !== 'divider');
  });
}
