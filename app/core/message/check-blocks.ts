import type { Block } from './message-texts';

/** Of these one must stay, for it leads to the offer; without the button, the product's title does. */
const LEADS_TO_OFFER: ReadonlyArray<Block> = ['product', 'button'];

/**
 * What is wrong with the blocks of an e-mail. In: blocks in their order. Out: null; that one stands twice (only a line
 * may); or that nothing in it leads to the offer.
 */
export function findBlocksFault(
  blocks: ReadonlyArray<Block>,
): { readonly kind: 'repeated'; readonly block: Block } | { readonly kind: 'leads_nowhere' } | null {
  const repeated = blocks.find((block, at) => block !== 'divider' && blocks.indexOf(block) !== at);
  if (repeated !== undefined) return { kind: 'repeated', block: repeated };
  return blocks.some((block) => LEADS_TO_OFFER.includes(block)) ? null : { kind: 'leads_nowhere' };
}
