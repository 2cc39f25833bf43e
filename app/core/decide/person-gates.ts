import type { Customer, Order } from '../order/order';
import type { Settings } from '../settings/settings';
import { checkConsent } from '../suppression/consent';
import { checkCustomerClass } from '../suppression/customer-class';
import { checkIdentity } from '../suppression/identity';
import type { SuppressionKind } from '../suppression/reasons';
import { gateFrom } from './gate';
import type { Gate } from './trace';

/**
 * The gates about the person, asked alike at enrolment and again in the second of sending: is there an address, may it
 * be written to, and is it somebody whom the merchant looks after in person. Always by the newest settings.
 * In: order, customer as read just now, list entries, the shop's country, settings. Out: three gates in order.
 */
export function personGates(input: {
  readonly order: Order;
  readonly customer: Customer;
  readonly suppressions: ReadonlyArray<SuppressionKind>;
  readonly shopCountryCode: string;
  readonly settings: Settings;
}): ReadonlyArray<Gate> {
  const { order, customer, suppressions, shopCountryCode, settings } = input;
  const consent = checkConsent({
    suppressions,
    marketingState: customer.marketingState,
    countryCode: order.countryCode,
    shopCountryCode,
    settings: settings.consent,
  });
  const isBusiness = order.isBusiness || customer.isCompanyContact;
  const customerClass = checkCustomerClass({
    tags: [...customer.tags, ...order.tags],
    isBusiness,
    suppressions,
    settings: settings.suppression,
  });
  return [
    gateFrom('identity', checkIdentity(customer.email), { hasAddress: customer.email !== null }),
    gateFrom('consent', consent, {
      marketingState: customer.marketingState,
      country: order.countryCode,
      shopCountry: shopCountryCode,
      suppressions: suppressions.join(' '),
    }),
    gateFrom('customer_class', customerClass, { isBusiness, tags: customer.tags.join(', ') }),
  ];
}
