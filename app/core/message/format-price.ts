import { currencyDecimals } from '../shared/money';

/**
 * An amount as people of a locale write it.
 * In: minor units, ISO 4217 code, BCP 47 tag. Out: text such as "$24.00". Throws on a malformed currency code.
 */
export function formatPrice(minor: number, currency: string, locale: string): string {
  return new Intl.NumberFormat(knownLocale(locale), { style: 'currency', currency }).format(
    minor / 10 ** currencyDecimals(currency),
  );
}

/** A number as people of a locale write it. In: number, decimals to show, BCP 47 tag. Out: text such as "1,204". */
export function formatNumber(value: number, decimals: number, locale: string): string {
  return new Intl.NumberFormat(knownLocale(locale), {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(value);
}

/** A whole percentage as people of a locale write it. In: percent (10 = 10 %), BCP 47 tag. Out: text such as "10%". */
export function formatPercent(percent: number, locale: string): string {
  return new Intl.NumberFormat(knownLocale(locale), { style: 'percent' }).format(percent / 100);
}

/**
 * The locale in the form that Intl takes; platforms also write en_GB.
 * In: a tag of any form. Out: a well-formed BCP 47 tag, "en" for what is none.
 */
export function knownLocale(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale.replaceAll('_', '-'))[0] ?? 'en';
  } catch {
    return 'en';
  }
}
