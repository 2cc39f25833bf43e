import { COUNTRY_ZONES, PROVINCE_ZONES } from './zones';

export type RecipientZone = { readonly zone: string; readonly source: 'province' | 'country' | 'shop' };

/**
 * The zone whose wall clock the recipient lives by: the province's where a country has many, else the zone of the
 * country's largest city, else the shop's. A country that is the shop's own and names no province keeps the shop's.
 * In: ISO country and province codes of the shipping address, the shop's country and zone. Out: zone and its source.
 */
export function recipientZone(input: {
  readonly countryCode: string | null;
  readonly provinceCode: string | null;
  readonly shopCountryCode: string;
  readonly shopZone: string;
}): RecipientZone {
  const { countryCode, provinceCode, shopCountryCode, shopZone } = input;
  const byProvince = PROVINCE_ZONES[`${countryCode}-${provinceCode}`];
  if (byProvince) return { zone: byProvince, source: 'province' };
  const byCountry = countryCode === null ? undefined : COUNTRY_ZONES[countryCode];
  if (byCountry && countryCode !== shopCountryCode) return { zone: byCountry, source: 'country' };
  return { zone: shopZone, source: 'shop' };
}
