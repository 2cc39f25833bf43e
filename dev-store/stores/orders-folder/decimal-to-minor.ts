const DECIMAL = /^(-?)(\d+)(?:\.(\d*))?$/;

/** The number of decimals that a currency is written with (EUR 2, JPY 0, KWD 3). */
export function currencyDecimals(currency: string): number {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  return format.resolvedOptions().maximumFractionDigits ?? 2;
}

/** A decimal such as 699.0982 in minor units, rounded half up (away from zero); null when it is no plain decimal or too
 * large to be exact. Digits only, so that no binary fraction is ever rounded. */
export function decimalToMinor(text: string, decimals: number): number | null {
  const match = DECIMAL.exec(text);
  if (match === null) return null;
  const [, sign = '', whole = '', fraction = ''] = match;
  const padded = fraction.padEnd(decimals + 1, '0');
  const roundUp = padded.charAt(decimals) >= '5' ? 1 : 0;
  const minor = Number(whole + padded.slice(0, decimals)) + roundUp;
  if (!Number.isSafeInteger(minor)) return null;
  return sign === '-' && minor !== 0 ? -minor : minor;
}
