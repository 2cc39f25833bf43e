/** An address of which only country and province are known; what Shopify demands beside them is empty text. */
export function addressPayload(
  firstName: string | null,
  countryCode: string | null,
  provinceCode: string | null,
) {
  return {
    first_name: firstName ?? '',
    address1: '',
    phone: '',
    city: '',
    zip: '',
    province: provinceCode ?? '',
    country: countryCode ?? '',
    last_name: '',
    address2: null,
    company: null,
    latitude: null,
    longitude: null,
    name: firstName ?? '',
    country_code: countryCode ?? '',
    province_code: provinceCode ?? '',
  };
}
