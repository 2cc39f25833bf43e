/**
 * How many decimals a currency has (EUR 2, JPY 0, KWD 3).
 * In: ISO 4217 code. Out: number of decimals. Throws on a code that Intl does not know the form of.
 */
export function currencyDecimals(currency: string): number {
  const known = decimalsOf.get(currency);
  if (known !== undefined) return known;
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  const decimals = format.resolvedOptions().maximumFractionDigits ?? 2;
  decimalsOf.set(currency, decimals);
  return decimals;
}

/** Asking Intl takes longer than reading an order, and the answer never changes. */
const decimalsOf = new Map<string, number>();

/**
 * Reads a decimal amount such as Shopify's "12.50" into minor units, half up, without floating point.
 * In: decimal text, decimals of the currency. Out: integer minor units. Throws when the text is no decimal number.
 */
export function parseMinor(amount: string, decimals: number): number {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(amount.trim());
  if (!match) throw new Error(`"${amount}" is not a decimal amount; expected something like 12.50`);
  const [, sign, whole = '0', fraction = ''] = match;
  const kept = fraction.slice(0, decimals).padEnd(decimals, '0');
  const roundsUp = fraction.charCodeAt(decimals) >= '5'.charCodeAt(0);
  const minor = Number(whole + kept) + (roundsUp ? 1 : 0);
  return sign === '-' ? -minor : minor;
}
