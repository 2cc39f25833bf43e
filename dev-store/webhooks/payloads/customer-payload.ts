import { gid } from '../../graphql/gid';
import type { Instant, StoreCustomer } from '../../model';
import { addressPayload } from './address-payload';

/** The buyer as an order's payload names them: no tags, no consent, no order counts. */
export function orderCustomerPayload(customer: StoreCustomer, currency: string) {
  return {
    id: Number(customer.id),
    created_at: null,
    updated_at: null,
    first_name: customer.firstName ?? '',
    last_name: '',
    state: 'disabled',
    note: null,
    verified_email: true,
    multipass_identifier: null,
    tax_exempt: false,
    email: customer.email ?? '',
    phone: null,
    currency,
    tax_exemptions: [],
    admin_graphql_api_id: gid('Customer', customer.id),
    default_address: {
      ...addressPayload(customer.firstName, customer.countryCode, customer.provinceCode),
      id: Number(customer.id),
      customer_id: Number(customer.id),
      country_name: customer.countryCode ?? '',
      default: true,
    },
  };
}

export function consentPayload(customer: StoreCustomer) {
  return {
    customer_id: Number(customer.id),
    email_address: customer.email ?? '',
    email_marketing_consent: {
      state: customer.marketing.state.toLowerCase(),
      opt_in_level: 'single_opt_in',
      consent_updated_at: new Date(customer.marketing.updatedAt).toISOString(),
    },
  };
}

export function tagsPayload(customer: StoreCustomer, tags: ReadonlyArray<string>, at: Instant) {
  return { customerId: gid('Customer', customer.id), tags, occurredAt: new Date(at).toISOString() };
}
