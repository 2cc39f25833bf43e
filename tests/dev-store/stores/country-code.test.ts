import { expect, it } from 'vitest';
import { countryCodeOf } from '../../../dev-store/stores/orders-folder/country-code';

it('a country is known by name, by code and by the names that shops use', () => {
  const names = ['United Kingdom', 'EIRE', 'RSA', 'USA', 'Germany', 'Czech Republic', 'Hong Kong', 'fr'];
  expect(names.map(countryCodeOf)).toEqual(['GB', 'IE', 'ZA', 'US', 'DE', 'CZ', 'HK', 'FR']);
});

it('what is no country has no code', () => {
  const names = ['', 'Unspecified', 'European Community', 'European Union', 'Channel Islands', 'Atlantis'];
  expect(names.map(countryCodeOf)).toEqual(names.map(() => null));
});
