import type { TouchNumber } from '../sequence/touch';

/** The five e-mails that a merchant writes: one per touch, with the variants whose subject matter differs. */
export const MESSAGE_KEYS = ['one', 'two', 'twoClicked', 'threeReplenishment', 'threeAccessory'] as const;
export type MessageKey = (typeof MESSAGE_KEYS)[number];

/** Which touch each of them is. */
export const TOUCH_OF: Readonly<Record<MessageKey, TouchNumber>> = {
  one: 1,
  two: 2,
  twoClicked: 2,
  threeReplenishment: 3,
  threeAccessory: 3,
};

/** What may stand between the shop's name and the footer. A block that has nothing to say is left out. */
export const BLOCKS = [
  'headline', 'text', 'picture', 'exclusivity', 'subscription', 'product', 'socialProof', 'savings', 'urgency',
  'button', 'loyalty', 'reassurance', 'divider',
] as const; // prettier-ignore
export type Block = (typeof BLOCKS)[number];

/** What an e-mail begins with; the merchant adds the others. */
const FIRST_BLOCKS = [
  'headline', 'text', 'picture', 'exclusivity', 'subscription', 'product', 'socialProof', 'button', 'loyalty',
  'reassurance',
] as const satisfies ReadonlyArray<Block>; // prettier-ignore

/** One e-mail as the merchant wrote it: texts with merge tags, and the blocks in their order. */
export type MessageTexts = {
  readonly subject: string;
  readonly previewText: string;
  readonly headline: string;
  readonly text: string;
  readonly buttonLabel: string;
  readonly urgencyEndsAt: string | null; // the shop's wall clock, "2026-11-30T23:59"; null: no end is known
  readonly blocks: ReadonlyArray<Block>; // each of them once, lines as often as wanted
};

/** The longest template of each text, in characters; what is filled in is cut separately. */
export const TEXT_LIMITS = {
  subject: 200,
  previewText: 300,
  headline: 200,
  text: 2000,
  buttonLabel: 100,
} as const satisfies Readonly<Record<Exclude<keyof MessageTexts, 'blocks' | 'urgencyEndsAt'>, number>>;

const COMMON = {
  previewText: '{{ offer.title }}, {{ offer.price }}, from {{ shop.name }}',
  buttonLabel: 'Shop {{ offer.title }}',
  urgencyEndsAt: null,
  blocks: FIRST_BLOCKS,
};

/** No discount, no urgency, no promise. */
export const DEFAULT_MESSAGES: Readonly<Record<MessageKey, MessageTexts>> = {
  one: {
    ...COMMON,
    subject: 'One more thing for your {{ bought.title }}',
    headline: 'Complete your {{ bought.title }} setup',
    text: 'Thank you for buying {{ bought.title }}. We picked one thing to go with it: {{ offer.title }}.',
  },
  two: {
    ...COMMON,
    subject: 'Picked to follow your {{ bought.title }}',
    headline: 'Picked to follow your {{ bought.title }}',
    text: 'After {{ bought.title }}, this is what we would look at next: {{ offer.title }}.',
  },
  twoClicked: {
    ...COMMON,
    subject: 'Still thinking about {{ clicked.title }}?',
    headline: 'Something else to go with your {{ bought.title }}',
    // The subject names one product and the picture shows another: the text has to join the two.
    text: 'You had a look at {{ clicked.title }}. In case it was not quite right, here is another idea: {{ offer.title }}.',
  },
  threeReplenishment: {
    ...COMMON,
    subject: "You've had your {{ bought.title }} for {{ owned.weeks }}: time to restock?",
    headline: 'Time to restock your {{ bought.title }}?',
    text: 'You have had your {{ bought.title }} for {{ owned.weeks }}. If it is running low, you can get it again here.',
  },
  threeAccessory: {
    ...COMMON,
    subject: 'Something to go with your {{ bought.title }}',
    headline: 'Something to go with your {{ bought.title }}',
    text: 'You have had your {{ bought.title }} for {{ owned.weeks }}. We picked one thing to go with it: {{ offer.title }}.',
  },
};
