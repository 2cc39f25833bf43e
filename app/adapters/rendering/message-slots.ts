import type { MessageContent } from '#core/message/message';

/** Everything in a message that differs between two recipients of one compiled template. */
export const SLOTS = [
  'shopName', 'postalAddress', 'subject', 'preheader', 'headline', 'text', 'firstName', 'boughtTitle', 'boughtImage',
  'offeredTitle', 'offeredImage', 'price', 'ratingValue', 'ratingCount', 'socialProof', 'savings', 'urgency', 'reassurance', 'loyalty',
  'exclusivity', 'planName', 'saving', 'buttonLabel', 'offerUrl', 'unsubscribeUrl', 'footerReason',
] as const; // prettier-ignore

export type Slot = (typeof SLOTS)[number];

/** The values of a message's slots; null where the message lacks the block. */
export function slotValues(content: MessageContent): Readonly<Record<Slot, string | null>> {
  const { bought, offered, subscription } = content;
  return {
    shopName: content.shopName,
    postalAddress: content.postalAddress,
    subject: content.subject,
    preheader: content.preheader,
    headline: content.headline,
    text: content.text,
    firstName: content.firstName,
    boughtTitle: bought.title,
    boughtImage: bought.imageUrl,
    offeredTitle: offered.title,
    offeredImage: offered.imageUrl,
    price: offered.price,
    ratingValue: offered.rating?.value ?? null,
    ratingCount: offered.rating?.count ?? null,
    socialProof: content.socialProof,
    savings: content.savings,
    urgency: content.urgency,
    reassurance: content.reassurance,
    loyalty: content.loyalty,
    exclusivity: content.exclusivity,
    planName: subscription?.planName ?? null,
    saving: subscription?.saving ?? null,
    buttonLabel: content.buttonLabel,
    offerUrl: content.offerUrl,
    unsubscribeUrl: content.unsubscribeUrl,
    footerReason: content.footerReason,
  };
}

/** The same message with a marker in place of every value that it has. */
export function withMarkers(content: MessageContent, marker: (slot: Slot) => string): MessageContent {
  const kept = (slot: Slot, value: unknown) => (value === null ? null : marker(slot));
  const { bought, offered, subscription } = content;
  return {
    ...content,
    shopName: marker('shopName'),
    postalAddress: marker('postalAddress'),
    subject: marker('subject'),
    preheader: marker('preheader'),
    headline: marker('headline'),
    text: marker('text'),
    firstName: kept('firstName', content.firstName),
    bought: { title: marker('boughtTitle'), imageUrl: kept('boughtImage', bought.imageUrl) },
    offered: {
      title: marker('offeredTitle'),
      imageUrl: kept('offeredImage', offered.imageUrl),
      price: marker('price'),
      rating: offered.rating === null ? null : { value: marker('ratingValue'), count: marker('ratingCount') },
    },
    socialProof: kept('socialProof', content.socialProof),
    savings: kept('savings', content.savings),
    urgency: kept('urgency', content.urgency),
    reassurance: kept('reassurance', content.reassurance),
    loyalty: kept('loyalty', content.loyalty),
    exclusivity: kept('exclusivity', content.exclusivity),
    subscription: subscription === null ? null : { planName: marker('planName'), saving: marker('saving') },
    buttonLabel: marker('buttonLabel'),
    offerUrl: marker('offerUrl'),
    unsubscribeUrl: marker('unsubscribeUrl'),
    footerReason: marker('footerReason'),
  };
}
