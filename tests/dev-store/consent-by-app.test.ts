import { afterEach, describe, expect, it } from 'vitest';
import { openStore, type OpenedStore } from './support/open-store';
import { buildCustomer, buildSeed } from './support/small-seed';

let store: OpenedStore;

afterEach(() => store.close());

describe('a change of consent by the app', () => {
  const change = `mutation($input: CustomerEmailMarketingConsentUpdateInput!) {
    customerEmailMarketingConsentUpdate(input: $input) {
      customer { defaultEmailAddress { marketingState } } userErrors { field message code } } }`;
  const input = (marketingState: string, customer = '4001') => ({
    input: { customerId: `gid://shopify/Customer/${customer}`, emailMarketingConsent: { marketingState } },
  });

  it('holds from then on', async () => {
    store = await openStore(buildSeed());
    await store.install();
    expect((await store.admin(change, input('UNSUBSCRIBED'))).json).toMatchObject({
      data: {
        customerEmailMarketingConsentUpdate: {
          customer: { defaultEmailAddress: { marketingState: 'UNSUBSCRIBED' } },
          userErrors: [],
        },
      },
    });
  });

  it('is a user error for an unknown customer and for a state that cannot be set', async () => {
    store = await openStore(buildSeed({ customers: [buildCustomer()] }));
    await store.install();
    for (const wrong of [input('UNSUBSCRIBED', '1'), input('INVALID')]) {
      expect((await store.admin(change, wrong)).json).toMatchObject({
        data: {
          customerEmailMarketingConsentUpdate: { customer: null, userErrors: [{ code: expect.any(String) }] },
        },
      });
    }
  });
});
