import type { MarketingState } from '../order/order';
import type { Settings } from '../settings/settings';
import type { Reason, SuppressionKind } from './reasons';

/** Where a purchase alone is no consent: EU, EEA and UK (ePrivacy, PECR). */
const OPT_IN_COUNTRIES: ReadonlySet<string> = new Set(
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK GB'.split(' '),
);

const BLOCKED_STATES: Readonly<Partial<Record<MarketingState, Reason>>> = {
  UNSUBSCRIBED: 'unsubscribed',
  INVALID: 'bad_email',
  REDACTED: 'customer_redacted',
};

/**
 * Whether somebody may be written to at all: our suppression list first, then Shopify's marketing state as read just
 * now, then, without an opt-in, the law of the recipient's and the shop's country.
 * In: list entries, state, ISO country codes, consent settings. Out: the reason that blocks, or null.
 */
export function checkConsent(input: {
  readonly suppressions: ReadonlyArray<SuppressionKind>;
  readonly marketingState: MarketingState;
  readonly countryCode: string | null;
  readonly shopCountryCode: string;
  readonly settings: Settings['consent'];
}): Reason | null {
  const { suppressions, marketingState, countryCode, shopCountryCode, settings } = input;
  const listed = (['complaint', 'bounced', 'unsubscribed'] as const).find((kind) =>
    suppressions.includes(kind),
  );
  if (listed) return listed;
  const blocked = BLOCKED_STATES[marketingState];
  if (blocked) return blocked;
  if (marketingState === 'SUBSCRIBED') return null;
  const needsOptIn = OPT_IN_COUNTRIES.has(countryCode ?? '') || OPT_IN_COUNTRIES.has(shopCountryCode);
  if (settings.requireOptInEverywhere) return 'no_consent';
  return needsOptIn && settings.softOptInDeclaredBy === null ? 'no_consent' : null;
}
