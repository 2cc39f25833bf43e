const digitsByCurrency = new Map<string, number>();

/** How many decimals a currency has: 2 for GBP, 0 for JPY, 3 for KWD. */
export function currencyDigits(currency: string): number {
  const known = digitsByCurrency.get(currency);
  if (known !== undefined) return known;
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  digitsByCurrency.set(currency, digits);
  return digits;
}

/** Minor units as the decimal text that Shopify writes. */
export function decimalAmount(minor: number, currency: string): string {
  const digits = currencyDigits(currency);
  return (minor / 10 ** digits).toFixed(digits);
}

/** The decimal text or number of a request as minor units. */
export function minorAmount(decimal: string | number, currency: string): number {
  return Math.round(Number(decimal) * 10 ** currencyDigits(currency));
}
