/** The currency of a folder that names none. */
export const DEFAULT_CURRENCY = 'USD';

/** The zone in which a shop of this currency writes its times: London for pounds, else UTC. */
export function zoneOfCurrency(currency: string): string {
  return currency === 'GBP' ? 'Europe/London' : 'UTC';
}
