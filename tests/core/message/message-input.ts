import { DEFAULT_MESSAGES } from '#core/message/message-texts';
import type { MessageInput } from '#core/message/write-message';
import { BASE } from '../../support/build-variation';

const DAY_MS = 86_400_000;

/** What a plain touch 1 is written from, with what a test wants different. */
export function messageInput(different: Partial<MessageInput> = {}): MessageInput {
  return {
    touchNumber: 1,
    offer: 'pairing',
    locale: 'en-US',
    shop: {
      name: 'Northfield Outdoor',
      postalAddress: '12 Mill Lane\nPortland, OR 97201\nUSA',
      zone: 'America/Los_Angeles',
    },
    brand: { name: null, postalAddress: null, accentColour: '#1f4d3a' },
    messages: DEFAULT_MESSAGES,
    variation: BASE,
    firstName: 'Maya',
    bought: {
      title: 'Trail Runner 2',
      imageUrl: 'https://cdn.shopify.com/s/files/1/trail-runner.jpg?v=1&width=600',
    },
    offered: {
      title: 'Gel Insoles',
      imageUrl: 'https://cdn.shopify.com/s/files/1/insoles.jpg',
      rating: null,
    },
    priceMinor: 2400,
    compareAtMinor: null,
    currency: 'USD',
    sellingPlan: null,
    supportBuyers: 41,
    ownedForMs: 14 * DAY_MS,
    sentAt: Date.UTC(2026, 10, 27, 18),
    zone: 'America/New_York',
    clickedTouchOneProduct: null,
    offerUrl: 'https://encore.example/o/k1.abc.def',
    unsubscribeUrl: 'https://encore.example/u/k1.abc.ghi',
    ...different,
  };
}
