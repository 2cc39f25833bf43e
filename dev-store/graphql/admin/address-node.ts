import { gid } from '../gid';

/** An address of which only country and province are known; null when not even the country is. */
export function addressNode(id: string, countryCode: string | null, provinceCode: string | null) {
  if (countryCode === null) return null;
  return {
    __typename: 'MailingAddress',
    id: gid('MailingAddress', id),
    address1: null,
    address2: null,
    city: null,
    company: null,
    country: countryCode,
    countryCodeV2: countryCode,
    province: provinceCode,
    provinceCode,
    zip: null,
    firstName: null,
    lastName: null,
    name: null,
    phone: null,
    timeZone: null,
  };
}
