import type { TouchNumber } from '../sequence/touch';
import type { Differences } from '../segments/own-segment';
import { DAY_MS } from '../shared/time';
import { fillText, type TagValues } from './merge-tags';
import type { Block, MessageKey, MessageTexts } from './message-texts';

// RFC 5322 section 2.1.1: the line length that every client shows.
export const MAX_SUBJECT = 78;
const MAX_PREHEADER = 110;
const MAX_HEADLINE = 300;
const MAX_TEXT = 3000;
const MAX_BUTTON = 55;

/** What the wording depends on. Titles are ready for display. */
export type TouchTextsInput = {
  readonly messages: Readonly<Record<MessageKey, MessageTexts>>;
  readonly own: Differences['texts']; // of the recipient's segments, in place of the sequence's
  readonly touchNumber: TouchNumber;
  readonly offer: 'pairing' | 'replenishment';
  readonly bought: string;
  readonly offered: string;
  readonly price: string;
  readonly shopName: string;
  readonly firstName: string | null;
  readonly ownedForMs: number; // since delivery where it is known, else since the order
  readonly clickedTouchOneProduct: string | null;
};

export type TouchTexts = {
  readonly subject: string;
  readonly preheader: string;
  readonly headline: string;
  readonly text: string;
  readonly buttonLabel: string;
  readonly blocks: ReadonlyArray<Block>;
  readonly urgencyEndsAt: string | null;
};

/**
 * Which of the merchant's e-mails a touch is.
 * In: touch, whether it offers the bought product again, whether touch 1 was clicked. Out: its key in the settings.
 */
function messageKeyOf(touch: {
  readonly touchNumber: TouchNumber;
  readonly isReplenishment: boolean;
  readonly isClicked: boolean;
}): MessageKey {
  if (touch.touchNumber === 1) return 'one';
  if (touch.touchNumber === 2) return touch.isClicked ? 'twoClicked' : 'two';
  return touch.isReplenishment ? 'threeReplenishment' : 'threeAccessory';
}

/**
 * The merchant's texts of a touch, filled.
 * In: texts, touch, titles, formatted price, milliseconds of ownership. Out: one line each; the subject has at most 78
 * characters, for which the titles in it are cut.
 */
export function touchTexts(input: TouchTextsInput): TouchTexts {
  const key = messageKeyOf({
    touchNumber: input.touchNumber,
    isReplenishment: input.offer === 'replenishment',
    isClicked: input.clickedTouchOneProduct !== null,
  });
  const { subject, previewText, headline, text, buttonLabel, blocks, urgencyEndsAt } = input.messages[key];
  const own = input.own[key];
  const values: TagValues = {
    'bought.title': input.bought,
    'offer.title': input.offered,
    'offer.price': input.price,
    'customer.first_name': input.firstName,
    'shop.name': input.shopName,
    'owned.weeks': weeksOf(input.ownedForMs),
    'clicked.title': input.clickedTouchOneProduct,
  };
  return {
    subject: fillText(own?.subject ?? subject, values, MAX_SUBJECT),
    preheader: fillText(previewText, values, MAX_PREHEADER),
    headline: fillText(own?.headline ?? headline, values, MAX_HEADLINE),
    text: fillText(text, values, MAX_TEXT),
    buttonLabel: fillText(buttonLabel, values, MAX_BUTTON),
    blocks,
    urgencyEndsAt,
  };
}

function weeksOf(ms: number): string {
  const weeks = Math.max(1, Math.round(ms / (7 * DAY_MS)));
  return weeks === 1 ? '1 week' : `${weeks} weeks`;
}
