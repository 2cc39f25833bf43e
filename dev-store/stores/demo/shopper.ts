import type { Instant, MarketingState, StoreCustomer } from '../../model';
import { FIRST_CUSTOMER_NUMBER } from '../id-ranges';
import type { SeededRandom } from '../seeded-random';
import { FIRST_NAMES } from './first-names';

/** Somebody who buys at the demo shop. `customer` is null for a guest, who leaves no more than an address. */
export type Shopper = {
  readonly customer: StoreCustomer | null;
  readonly email: string | null;
  readonly countryCode: string;
  readonly provinceCode: string | null;
  readonly isRegular: boolean;
};

export const GUEST_SHARE = 0.1;

/** The marketing states of demo customers and their shares. */
export const CONSENT_SHARES: ReadonlyArray<{ readonly state: MarketingState; readonly share: number }> = [
  { state: 'SUBSCRIBED', share: 0.82 },
  { state: 'NOT_SUBSCRIBED', share: 0.12 },
  { state: 'UNSUBSCRIBED', share: 0.03 },
  { state: 'PENDING', share: 0.02 },
  { state: 'INVALID', share: 0.01 },
];

const HOMES = [
  { countryCode: 'DE', locale: 'de', names: FIRST_NAMES.de, provinces: [], share: 0.55 },
  { countryCode: 'AT', locale: 'de-AT', names: FIRST_NAMES.de, provinces: [], share: 0.12 },
  { countryCode: 'FR', locale: 'fr', names: FIRST_NAMES.fr, provinces: [], share: 0.1 },
  { countryCode: 'NL', locale: 'nl', names: FIRST_NAMES.nl, provinces: [], share: 0.09 },
  {
    countryCode: 'GB',
    locale: 'en-GB',
    names: FIRST_NAMES.en,
    provinces: ['ENG', 'SCT', 'WLS'],
    share: 0.08,
  },
  {
    countryCode: 'US',
    locale: 'en-US',
    names: FIRST_NAMES.en,
    provinces: ['CA', 'NY', 'TX', 'WA'],
    share: 0.06,
  },
];

/** Draws the shopper of this index, who first comes to the shop at `arrivedAt`. */
export function drawShopper(index: number, arrivedAt: Instant, random: SeededRandom): Shopper {
  const home = random.pick(HOMES, ({ share }) => share);
  const firstName = random.pick(home.names);
  const provinceCode = home.provinces.length === 0 ? null : random.pick(home.provinces);
  const address = `${asciiLetters(firstName)}.${index + 1}@example.test`;
  const place = { countryCode: home.countryCode, provinceCode };
  const isRegular = random.chance(0.4);
  if (random.chance(GUEST_SHARE)) {
    // Some guests type capitals; it is the same mailbox.
    const email = random.chance(0.2) ? address.toUpperCase() : address;
    return { customer: null, email, ...place, isRegular };
  }
  const email = random.chance(0.015) ? null : address;
  const { state } = random.pick(CONSENT_SHARES, ({ share }) => share);
  const id = String(FIRST_CUSTOMER_NUMBER + index);
  const customer: StoreCustomer = {
    id,
    sourceId: id,
    email,
    firstName,
    locale: home.locale,
    ...place,
    tags: random.chance(0.02) ? ['vip'] : [],
    marketing: { state, updatedAt: arrivedAt },
    companyName: null,
  };
  return { customer, email, ...place, isRegular };
}

function asciiLetters(name: string): string {
  return name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z]/g, '');
}
