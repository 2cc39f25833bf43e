import type { TouchDecision } from '#core/decide/evaluate-touch';
import type { OutgoingMessage } from '#core/message/message';
import { writeMessage } from '#core/message/write-message';
import type { Instant } from '#core/shared/time';
import type { DueTouch } from './due-touch';
import type { OrderWithCustomer, Tools } from './ports';

/**
 * Writes the one e-mail of a touch: words from core, markup from the compiled template, links signed for this touch.
 * In: the touch, order and customer as read just now, what was decided, the address, now (ms). Out: the message to hand over.
 */
export async function composeMessage(
  { links, renderer, appUrl }: Pick<Tools, 'links' | 'renderer' | 'appUrl'>,
  input: {
    readonly touch: DueTouch;
    readonly fetched: OrderWithCustomer;
    readonly decision: Pick<TouchDecision, 'offer' | 'variation'>;
    readonly to: string;
    readonly now: Instant;
  },
): Promise<OutgoingMessage> {
  const { touch, fetched, to, now } = input;
  const { offer, variation } = input.decision;
  const { claim, facts, shop } = touch;
  const { shopId, touchId, touchNumber } = claim;
  const { chosen, product, anchorLine } = offer;
  if (!chosen || !product || !anchorLine || chosen.priceMinor === null)
    throw new Error(`touch ${touchId} has no priced offer to write about`);
  const clicked = facts.earlierTouches.find(
    (earlier) => earlier.touchNumber === 1 && earlier.clickedByPerson,
  );
  const unsubscribeUrl = `${appUrl}/u/${links.sign('unsubscribe', shopId, touchId)}`;
  const offerUrl = `${appUrl}/o/${links.sign('offer', shopId, touchId)}`;

  const content = writeMessage({
    touchNumber,
    offer: chosen.table === 'replenishment' ? 'replenishment' : 'pairing',
    locale: fetched.customer.locale ?? 'en',
    shop,
    brand: shop.settings.brand,
    messages: shop.settings.messages,
    variation,
    firstName: fetched.customer.firstName,
    bought: { title: anchorLine.title, imageUrl: offer.anchorProduct?.imageUrl ?? null },
    offered: product,
    priceMinor: chosen.priceMinor,
    compareAtMinor: product.compareAtMinor,
    currency: fetched.order.currency,
    sellingPlan: offer.sellingPlan,
    // Buyers of a category are no buyers of the product that the sentence names.
    supportBuyers:
      chosen.table === 'replenishment' || chosen.labels.includes('learned_from_category')
        ? null
        : chosen.support,
    ownedForMs: now - facts.confirmedAt,
    sentAt: now,
    zone: facts.zone,
    clickedTouchOneProduct: touchNumber === 2 ? (clicked?.productTitle ?? null) : null,
    offerUrl,
    unsubscribeUrl,
  });
  const { html, text } = await renderer.render(content);

  return {
    shopId,
    touchId,
    to,
    fromName: content.shopName,
    subject: content.subject,
    html,
    text,
    unsubscribeUrl,
    at: now,
  };
}
