import { describe, expect, it } from 'vitest';
import { checkConsent } from '#core/suppression/consent';
import { DEFAULT_SETTINGS } from '#core/settings/settings';

const ask = (over: Partial<Parameters<typeof checkConsent>[0]> = {}) =>
  checkConsent({
    suppressions: [],
    marketingState: 'SUBSCRIBED',
    countryCode: 'US',
    shopCountryCode: 'US',
    settings: DEFAULT_SETTINGS.consent,
    ...over,
  });

describe('consent', () => {
  it.each([
    ['SUBSCRIBED', null],
    ['UNSUBSCRIBED', 'unsubscribed'],
    ['INVALID', 'bad_email'],
    ['REDACTED', 'customer_redacted'],
    ['NOT_SUBSCRIBED', null],
    ['PENDING', null],
  ] as const)('%s in a country without opt-in law comes out as %s', (marketingState, reason) => {
    expect(ask({ marketingState })).toBe(reason);
  });

  it.each(['NOT_SUBSCRIBED', 'PENDING'] as const)(
    '%s blocks when recipient or shop is in the EU or UK',
    (marketingState) => {
      expect(ask({ marketingState, countryCode: 'DE' })).toBe('no_consent');
      expect(ask({ marketingState, shopCountryCode: 'GB' })).toBe('no_consent');
    },
  );

  it('the merchant’s recorded soft opt-in lifts that, but never an unsubscribe', () => {
    const settings = { ...DEFAULT_SETTINGS.consent, softOptInDeclaredBy: 'Ada, 2026-05-01' };
    expect(ask({ marketingState: 'NOT_SUBSCRIBED', countryCode: 'DE', settings })).toBeNull();
    expect(ask({ marketingState: 'UNSUBSCRIBED', countryCode: 'DE', settings })).toBe('unsubscribed');
  });

  it('opt-in everywhere is a setting', () => {
    const settings = { ...DEFAULT_SETTINGS.consent, requireOptInEverywhere: true };
    expect(ask({ marketingState: 'NOT_SUBSCRIBED', settings })).toBe('no_consent');
    expect(ask({ marketingState: 'SUBSCRIBED', settings })).toBeNull();
  });

  it('our own list blocks whatever Shopify says, a complaint before an unsubscribe', () => {
    expect(ask({ suppressions: ['unsubscribed', 'complaint'] })).toBe('complaint');
    expect(ask({ suppressions: ['bounced'] })).toBe('bounced');
    expect(ask({ suppressions: ['vip_custom'] })).toBeNull();
  });
});
