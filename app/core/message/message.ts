import type { Instant } from '../shared/time';
import type { TouchNumber } from '../sequence/touch';
import type { Block } from './message-texts';

/** Everything that the three templates may show. Texts are plain; the renderer escapes them. */
export type MessageContent = {
  readonly touchNumber: TouchNumber;
  readonly variation: string; // segment names joined, or "base"
  readonly locale: string;
  readonly shopName: string;
  readonly accentColour: string;
  readonly postalAddress: string;
  readonly subject: string;
  readonly preheader: string;
  readonly blocks: ReadonlyArray<Block>; // in their order
  readonly headline: string;
  readonly text: string;
  readonly firstName: string | null;
  readonly bought: { readonly title: string; readonly imageUrl: string | null };
  readonly offered: {
    readonly title: string;
    readonly imageUrl: string | null;
    readonly price: string; // formatted
    readonly rating: { readonly value: string; readonly count: string } | null; // formatted; only when worth quoting
  };
  readonly socialProof: string | null;
  readonly savings: string | null; // of a price that the shop itself shows as reduced
  readonly urgency: string | null; // until when that price holds
  readonly reassurance: string | null; // first-time buyers, touch 1
  readonly loyalty: string | null;
  readonly exclusivity: string | null;
  readonly subscription: { readonly planName: string; readonly saving: string } | null;
  readonly buttonLabel: string;
  readonly offerUrl: string;
  readonly unsubscribeUrl: string; // confirmation page; the same address takes the one-click POST
  readonly footerReason: string; // why this person gets it
};

/** A message ready for a mailer. One recipient each. */
export type OutgoingMessage = {
  readonly shopId: string;
  readonly touchId: string;
  readonly to: string;
  readonly fromName: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly unsubscribeUrl: string;
  readonly at: Instant; // of the shop's time, when it is handed over
};
