import type { MarketingState, StoreCustomer } from '../../model';
import { hashFraction } from '../hash-fraction';
import { FIRST_CUSTOMER_NUMBER } from '../id-ranges';
import type { DatedSale } from './dated-sales';

/** The customers who placed these orders, numbered in the order of their first one. What the data lacks is invented:
 * an e-mail address, and consent by a hash of the id (90 % subscribed, 8 % never asked, 2 % unsubscribed). */
export function buildCustomers(sales: ReadonlyArray<DatedSale>): ReadonlyArray<StoreCustomer> {
  const bySourceId = new Map<string, StoreCustomer>();
  for (const { order, createdAt } of sales) {
    const sourceId = order.customerSourceId;
    if (sourceId === null || bySourceId.has(sourceId)) continue;
    bySourceId.set(sourceId, {
      id: String(FIRST_CUSTOMER_NUMBER + bySourceId.size),
      sourceId,
      email: inventedEmail(sourceId),
      firstName: null,
      locale: 'en',
      countryCode: order.countryCode,
      provinceCode: null,
      tags: [],
      marketing: { state: inventedConsent(sourceId), updatedAt: createdAt },
      companyName: null,
    });
  }
  return Array.from(bySourceId.values());
}

/** Two ids never share an address: what an address may not hold, and capitals, are written as _hex_. */
function inventedEmail(sourceId: string): string {
  const local = sourceId.replace(
    /[^a-z0-9-]/gu,
    (character) => `_${character.codePointAt(0)?.toString(16)}_`,
  );
  return `c${local}@example.test`;
}

function inventedConsent(sourceId: string): MarketingState {
  const fraction = hashFraction('consent', sourceId);
  if (fraction < 0.9) return 'SUBSCRIBED';
  return fraction < 0.98 ? 'NOT_SUBSCRIBED' : 'UNSUBSCRIBED';
}
