import type { Product, SellingPlan } from '../catalogue/product';
import type { TouchNumber } from '../sequence/touch';
import type { Variation } from '../segments/settle-variation';
import type { Settings } from '../settings/settings';
import { wallClockInstant, type Instant } from '../shared/time';
import { displayTitle } from './display-title';
import { formatPercent, formatPrice, knownLocale } from './format-price';
import { variationName, withUtm } from './links';
import type { MessageContent } from './message';
import { plainLine } from './plain-line';
import { priceNotes } from './price-notes';
import { segmentNotes } from './segment-notes';
import { alsoBought, quotedRating } from './social-proof';
import { quotablePlan } from './subscription-offer';
import { touchTexts } from './touch-texts';

/** Everything that the wording of one touch depends on. Texts are as their owners wrote them. */
export type MessageInput = {
  readonly touchNumber: TouchNumber;
  readonly offer: 'pairing' | 'replenishment'; // replenishment: the bought product again
  readonly locale: string; // BCP 47; the recipient's, else the shop's
  readonly shop: { readonly name: string; readonly postalAddress: string; readonly zone: string };
  readonly brand: Settings['brand'];
  readonly messages: Settings['messages'];
  readonly variation: Variation; // of the recipient's segments
  readonly firstName: string | null;
  readonly bought: { readonly title: string; readonly imageUrl: string | null };
  readonly offered: Pick<Product, 'title' | 'imageUrl' | 'rating'>;
  readonly priceMinor: number;
  readonly compareAtMinor: number | null; // the price that the shop shows struck out beside it
  readonly currency: string;
  readonly sellingPlan: SellingPlan | null; // that the link opens the cart with
  readonly supportBuyers: number | null; // distinct buyers of both products; null: curated, or the same product
  readonly ownedForMs: number; // since delivery where it is known, else since the order
  readonly sentAt: Instant;
  readonly zone: string; // the recipient's
  readonly clickedTouchOneProduct: string | null; // touch 2: clicked by a person, not bought
  readonly offerUrl: string;
  readonly unsubscribeUrl: string;
};

/**
 * Writes what a touch says, as plain text; the renderer escapes it.
 * In: titles and names as stored, money in minor units, durations in ms. Out: the content for the templates, every
 * text one printable line. Throws when the shop has no postal address: commercial e-mail must carry one.
 */
export function writeMessage(input: MessageInput): MessageContent {
  const locale = knownLocale(input.locale);
  const shopName = plainLine(input.brand.name ?? input.shop.name, 60);
  const bought = displayTitle(input.bought.title);
  const offered = displayTitle(input.offered.title);
  const price = formatPrice(input.priceMinor, input.currency, locale);
  const { segments, differences } = input.variation;
  const variation = variationName(segments.map(({ id }) => id));
  const clicked = input.clickedTouchOneProduct === null ? null : displayTitle(input.clickedTouchOneProduct);
  const isReplenishment = input.touchNumber === 3 && input.offer === 'replenishment';
  const plan = isReplenishment && input.sellingPlan !== null ? quotablePlan([input.sellingPlan]) : null;
  const firstName = greetableName(input.firstName);
  const rating = quotedRating(input.offered.rating, locale);
  const { urgencyEndsAt, ...texts } = touchTexts({
    ...input,
    own: differences.texts,
    bought,
    offered,
    price,
    shopName,
    firstName,
    clickedTouchOneProduct: clicked,
  });
  return {
    touchNumber: input.touchNumber,
    variation,
    locale,
    shopName,
    accentColour: input.brand.accentColour,
    postalAddress: postalAddress(input),
    ...texts,
    firstName,
    bought: { title: bought, imageUrl: input.bought.imageUrl },
    offered: { title: offered, imageUrl: input.offered.imageUrl, price, rating },
    socialProof: rating === null && !isReplenishment ? alsoBought(input.supportBuyers, bought, locale) : null,
    ...priceNotes({
      ...input,
      endsAt: urgencyEndsAt === null ? null : wallClockInstant(urgencyEndsAt, input.shop.zone),
      isExclusive: differences.exclusivity,
      locale,
    }),
    ...segmentNotes({ ...input, differences, shopName, locale }),
    subscription:
      plan === null
        ? null
        : { planName: plainLine(plan.name, 60), saving: formatPercent(plan.percentOff, locale) },
    offerUrl: withUtm(input.offerUrl, input.touchNumber, variation),
    unsubscribeUrl: withUtm(input.unsubscribeUrl, input.touchNumber, variation),
    footerReason: `You get this email because you bought from ${shopName}.`,
  };
}

function postalAddress({ brand, shop }: MessageInput): string {
  const address = plainLine(
    (brand.postalAddress ?? shop.postalAddress).trim().replace(/\s*[\r\n]+\s*/g, ', '),
    300,
  );
  if (address === '') {
    throw new Error(`${shop.name} has no postal address; enter one under Settings before anything is sent`);
  }
  return address;
}

/** Sign-up forms are filled with links by spammers who want a shop to mail them on: such a name greets nobody. */
function greetableName(firstName: string | null): string | null {
  const name = plainLine(firstName ?? '', 40);
  return name === '' || /[/@:]|www\./i.test(name) ? null : name;
}
