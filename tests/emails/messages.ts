import type { MessageContent } from '#core/message/message';
import { BLOCKS, DEFAULT_MESSAGES } from '#core/message/message-texts';
import { writeMessage } from '#core/message/write-message';
import { messageInput } from '../core/message/message-input';
import { buildVariation } from '../support/build-variation';

const everything = {
  variation: buildVariation(['loyalty', 'high_aov', 'first_time'], 2),
  sellingPlan: { sellingPlanId: 'gid://shopify/SellingPlan/1', name: 'Every month', percentOff: 12 },
};

const nothing = {
  firstName: null,
  supportBuyers: null,
  bought: { title: 'Trail Runner 2', imageUrl: null },
  offered: { title: 'Gel Insoles', imageUrl: null, rating: null },
};

const rated = {
  title: 'Gel Insoles',
  imageUrl: 'https://cdn.shopify.com/s/files/1/insoles.jpg?v=1&width=600',
  rating: { value: 4.83, count: 1204 },
};

/** Every block that there is, and a price that is reduced until an end that lies ahead. */
const reduced = {
  ...everything,
  variation: buildVariation(['loyalty', 'first_time'], 2),
  compareAtMinor: 3000,
  messages: {
    ...DEFAULT_MESSAGES,
    one: { ...DEFAULT_MESSAGES.one, blocks: BLOCKS, urgencyEndsAt: '2026-11-30T23:59' },
  },
};

/** A message of each touch, bare and with every block it can have. */
export const MESSAGES: ReadonlyArray<readonly [string, MessageContent]> = [
  ['touch 1', writeMessage(messageInput())],
  ['touch 1, bare', writeMessage(messageInput(nothing))],
  ['touch 1, everything', writeMessage(messageInput({ ...everything, offered: rated }))],
  ['touch 1, reduced', writeMessage(messageInput(reduced))],
  ['touch 2', writeMessage(messageInput({ touchNumber: 2 }))],
  ['touch 2, bare', writeMessage(messageInput({ ...nothing, touchNumber: 2 }))],
  [
    'touch 2, clicked',
    writeMessage(messageInput({ ...everything, touchNumber: 2, clickedTouchOneProduct: 'Socks' })),
  ],
  ['touch 3, accessory', writeMessage(messageInput({ touchNumber: 3 }))],
  ['touch 3, bare', writeMessage(messageInput({ ...nothing, touchNumber: 3 }))],
  [
    'touch 3, replenishment',
    writeMessage(messageInput({ ...everything, touchNumber: 3, offer: 'replenishment', offered: rated })),
  ],
];

/** The first of them with what a test wants different. */
export function messageContent(different: Partial<MessageContent> = {}): MessageContent {
  return { ...writeMessage(messageInput()), ...different };
}
