import type { Customer, MarketingState } from '#core/order/order';

export type CustomerNode = {
  readonly id: string;
  readonly firstName?: string | null;
  readonly locale: string;
  readonly tags: ReadonlyArray<string>;
  readonly companyContactProfiles: ReadonlyArray<unknown>;
  readonly defaultEmailAddress?: {
    readonly emailAddress: string;
    readonly marketingState: MarketingState;
  } | null;
};

/**
 * The person behind an order. Consent belongs to the customer's own address, so that one is written to; a customer
 * without one, as after a redaction, is not. Only of a guest the order's address is taken, without consent.
 * In: the customer, or null for a guest; the order's address. Out: the customer in our words.
 */
export function parseCustomer(node: CustomerNode | null | undefined, orderEmail: string | null): Customer {
  return {
    customerId: node?.id ?? null,
    email: node ? (node.defaultEmailAddress?.emailAddress ?? null) : orderEmail,
    firstName: node?.firstName ?? null,
    locale: node?.locale ?? null,
    tags: node?.tags ?? [],
    isCompanyContact: (node?.companyContactProfiles.length ?? 0) > 0,
    marketingState: node?.defaultEmailAddress?.marketingState ?? 'NOT_SUBSCRIBED',
  };
}
