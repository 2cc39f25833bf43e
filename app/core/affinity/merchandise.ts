import type { OrderLine } from '../order/order';

/** Services sold as products. Whole titles where the words are also those of goods: rolls of gift wrap, felt-tip pens. */
const SERVICES = [
  /^(tips?|gratuity)$/i,
  /^gift[ -]?wrap(ping|ped)?( service)?$/i,
  /\b(shipping|package|parcel|delivery|order) (protection|insurance)\b/i,
  /\b(handling|processing|service|eco|recycling|rush) (fee|surcharge|charge)\b/i,
  /^gift (message|note)$/i,
  /^(donation|carbon offset)\b/i,
  /^(samples?|free samples?\b.*)$/i, // a sample pack that is sold is goods
];

/** Whether a line is goods: no gift card, no fee, no service. */
export function isMerchandise(line: OrderLine): boolean {
  const isFee = line.productId === null && !line.requiresShipping;
  return !line.isGiftCard && !isFee && !SERVICES.some((service) => service.test(line.title.trim()));
}
