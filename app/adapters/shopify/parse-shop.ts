import type { ShopDetails } from '#flows/records';

export type ShopNode = {
  readonly name: string;
  readonly currencyCode: string;
  readonly ianaTimezone: string;
  readonly contactEmail: string;
  readonly primaryDomain: { readonly url: string };
  readonly shopAddress: {
    readonly address1?: string | null;
    readonly address2?: string | null;
    readonly zip?: string | null;
    readonly city?: string | null;
    readonly country?: string | null;
    readonly countryCodeV2?: string | null;
  };
};

/** Without this permission Shopify shows the orders of the last 60 days only. */
const ALL_ORDERS = 'read_all_orders';

/**
 * In: the shop as Shopify tells it, the permissions that it granted. Out: its details, the postal address in one line.
 */
export function parseShop(node: ShopNode, scopes: ReadonlyArray<{ readonly handle: string }>): ShopDetails {
  const { address1, address2, zip, city, country, countryCodeV2 } = node.shopAddress;
  const town = [zip, city].filter(Boolean).join(' ');
  return {
    name: node.name,
    currency: node.currencyCode,
    zone: node.ianaTimezone,
    countryCode: countryCodeV2 ?? '',
    contactEmail: node.contactEmail,
    postalAddress: [address1, address2, town, country].filter(Boolean).join(', '),
    storeUrl: node.primaryDomain.url,
    readsAllOrders: scopes.some(({ handle }) => handle === ALL_ORDERS),
  };
}
