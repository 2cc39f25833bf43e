import { variationOf } from '../segments/settle-variation';
import type { Settings } from '../settings/settings';
import { DAY_MS, type Instant } from '../shared/time';
import type { MessageContent } from './message';
import { TOUCH_OF, type MessageKey } from './message-texts';
import { writeMessage } from './write-message';

/** Titles as long as titles get, for what is checked is whether the e-mail stays within its bounds. */
const BOUGHT = 'A product that somebody bought, with a title of about eighty characters, at most';
const OFFERED = 'A product that goes with it, with a title of about eighty characters, at most';

/**
 * One of the merchant's e-mails about an order that never was, with everything in it that an order can bring: for shops
 * that have no order to show yet. In: which, settings, shop, moment, links. Out: the content. Throws without a postal
 * address, as for a real order.
 */
export function standInMessage(input: {
  readonly messageKey: MessageKey;
  readonly settings: Settings;
  readonly shop: { readonly name: string; readonly postalAddress: string; readonly zone: string };
  readonly sentAt: Instant;
  readonly offerUrl: string;
  readonly unsubscribeUrl: string;
}): MessageContent {
  const { messageKey, settings, shop, sentAt, offerUrl, unsubscribeUrl } = input;
  return writeMessage({
    touchNumber: TOUCH_OF[messageKey],
    offer: messageKey === 'threeReplenishment' ? 'replenishment' : 'pairing',
    locale: 'en',
    shop,
    brand: settings.brand,
    messages: settings.messages,
    variation: variationOf(['loyalty', 'first_time'], settings),
    firstName: 'Alex',
    bought: { title: BOUGHT, imageUrl: 'https://cdn.shopify.com/bought.jpg' },
    offered: {
      title: OFFERED,
      imageUrl: 'https://cdn.shopify.com/offered.jpg',
      rating: { value: 4.8, count: 120 },
    },
    priceMinor: 1999,
    compareAtMinor: 2999,
    currency: 'USD',
    sellingPlan: { sellingPlanId: '', name: 'Every month', percentOff: 10 },
    supportBuyers: 120,
    ownedForMs: 14 * DAY_MS,
    sentAt,
    zone: shop.zone,
    clickedTouchOneProduct: messageKey === 'twoClicked' ? OFFERED : null,
    offerUrl,
    unsubscribeUrl,
  });
}
