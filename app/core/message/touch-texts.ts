import type { TouchNumber } from '../sequence/touch';
import { DAY_MS } from '../shared/time';
import { shorten } from './plain-line';

const MAX_SUBJECT = 78; // RFC 5322 section 2.1.1: the line length that every client shows
const MAX_PREHEADER = 110;

/** What the wording depends on. Titles are ready for display. */
export type TouchTextsInput = {
  readonly touchNumber: TouchNumber;
  readonly offer: 'pairing' | 'replenishment';
  readonly bought: string;
  readonly offered: string;
  readonly price: string;
  readonly shopName: string;
  readonly ownedForMs: number; // since delivery where it is known, else since the order
  readonly clickedTouchOneProduct: string | null;
};

export type TouchTexts = {
  readonly subject: string;
  readonly preheader: string;
  readonly headline: string;
  readonly text: string;
};

/**
 * Subject, preheader, headline and text of a touch.
 * In: touch, titles, formatted price, milliseconds of ownership. Out: one line each; the subject has at most 78
 * characters, for which the title in it is cut. No discount, no urgency, no promise.
 */
export function touchTexts(input: TouchTextsInput): TouchTexts {
  const preheader = shorten(`${input.offered}, ${input.price}, from ${input.shopName}`, MAX_PREHEADER);
  if (input.touchNumber === 1) return { preheader, ...firstTouch(input) };
  if (input.touchNumber === 2) return { preheader, ...secondTouch(input) };
  return { preheader, ...(input.offer === 'replenishment' ? replenishment(input) : accessory(input)) };
}

type Wording = Omit<TouchTexts, 'preheader'>;

function firstTouch({ bought, offered }: TouchTextsInput): Wording {
  return {
    subject: subjectAround('One more thing for your ', bought, ''),
    headline: `Complete your ${bought} setup`,
    text: `Thank you for buying ${bought}. We picked one thing to go with it: ${offered}.`,
  };
}

function secondTouch({ bought, offered, clickedTouchOneProduct: clicked }: TouchTextsInput): Wording {
  if (clicked === null) {
    return {
      subject: subjectAround('Picked to follow your ', bought, ''),
      headline: `Picked to follow your ${bought}`,
      text: `After ${bought}, this is what we would look at next: ${offered}.`,
    };
  }
  return {
    subject: subjectAround('Still thinking about ', clicked, '?'),
    headline: `Something else to go with your ${bought}`,
    // The subject names one product and the picture shows another: the text has to join the two.
    text: `You had a look at ${clicked}. In case it was not quite right, here is another idea: ${offered}.`,
  };
}

function replenishment({ bought, ownedForMs }: TouchTextsInput): Wording {
  const owned = weeksOf(ownedForMs);
  return {
    subject: subjectAround("You've had your ", bought, ` for ${owned}: time to restock?`),
    headline: `Time to restock your ${bought}?`,
    text: `You have had your ${bought} for ${owned}. If it is running low, you can get it again here.`,
  };
}

function accessory({ bought, offered, ownedForMs }: TouchTextsInput): Wording {
  return {
    subject: subjectAround('Something to go with your ', bought, ''),
    headline: `Something to go with your ${bought}`,
    text: `You have had your ${bought} for ${weeksOf(ownedForMs)}. We picked one thing to go with it: ${offered}.`,
  };
}

function weeksOf(ms: number): string {
  const weeks = Math.max(1, Math.round(ms / (7 * DAY_MS)));
  return weeks === 1 ? '1 week' : `${weeks} weeks`;
}

function subjectAround(before: string, title: string, after: string): string {
  return `${before}${shorten(title, MAX_SUBJECT - before.length - after.length)}${after}`;
}
