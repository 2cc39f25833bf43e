/** Names that shops write and the list of regions does not know. */
const OTHER_NAMES: ReadonlyArray<readonly [string, string]> = [
  ['EIRE', 'IE'],
  ['RSA', 'ZA'],
  ['USA', 'US'],
  ['UK', 'GB'],
  ['Great Britain', 'GB'],
  ['Czech Republic', 'CZ'],
  ['Holland', 'NL'],
  ['Hong Kong', 'HK'],
  ['Turkey', 'TR'],
];

/** Codes of the list of regions that are no country. */
const NO_COUNTRY = new Set(['EU', 'EZ', 'QO', 'UN', 'XA', 'XB', 'ZZ']);

const CODE_BY_NAME = new Map(
  [...regionNames(), ...OTHER_NAMES].map(([name, code]) => [name.toLowerCase(), code]),
);

/** The ISO 3166 code of a country that is given by English name or code; null when it is not known. */
export function countryCodeOf(country: string): string | null {
  return CODE_BY_NAME.get(country.trim().toLowerCase()) ?? null;
}

function regionNames(): ReadonlyArray<readonly [string, string]> {
  const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
  const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
  return letters
    .flatMap((first) => letters.map((second) => first + second))
    .flatMap((code) => {
      // A retired code (DD) bears the name of the country that took its place.
      const current = new Intl.Locale(`und-${code}`).region;
      const name = names.of(code);
      if (name === undefined || current !== code || NO_COUNTRY.has(code)) return [];
      return [[name, code] as const, [code, code] as const];
    });
}
