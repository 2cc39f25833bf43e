import { deliverSoon } from '../../clock/deliver-soon';
import type { DevStore } from '../../shop/dev-store';
import type { ShopState } from '../../shop/shop-state';
import { announceConsent } from '../../webhooks/announce';
import { idOfGid } from '../gid';
import type { AdminNodes } from './admin-nodes';
import { userError } from './user-error';

export type ConsentInput = {
  readonly customerId: string;
  readonly emailMarketingConsent: {
    readonly marketingState: string;
    readonly consentUpdatedAt?: string | null;
  };
};

/** Mutation.customerEmailMarketingConsentUpdate */
export function updateConsent(store: DevStore, shop: ShopState, nodes: AdminNodes, input: ConsentInput) {
  const customer = shop.customers.get(idOfGid('Customer', input.customerId) ?? '');
  if (customer === undefined) {
    const error = userError(
      ['input', 'customerId'],
      `Customer ${input.customerId} does not exist`,
      'INVALID',
    );
    return { customer: null, userErrors: [error] };
  }
  const { marketingState, consentUpdatedAt } = input.emailMarketingConsent;
  if (marketingState !== 'SUBSCRIBED' && marketingState !== 'UNSUBSCRIBED' && marketingState !== 'PENDING') {
    const field = ['input', 'emailMarketingConsent', 'marketingState'];
    const error = userError(
      field,
      `${marketingState} cannot be set: use SUBSCRIBED, UNSUBSCRIBED or PENDING`,
      'INCLUSION',
    );
    return { customer: null, userErrors: [error] };
  }
  if (customer.email === null) {
    const error = userError(['input', 'customerId'], 'The customer has no e-mail address', 'INVALID');
    return { customer: null, userErrors: [error] };
  }
  const updatedAt = consentUpdatedAt == null ? store.clock.now : Date.parse(consentUpdatedAt);
  customer.marketing = { state: marketingState, updatedAt };
  announceConsent(store, shop, customer);
  deliverSoon(store);
  return { customer: nodes.customer(customer), userErrors: [] };
}
