import { currencyDigits } from '../shop/money';

export function formatPrice(minor: number, currency: string): string {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  return format.format(minor / 10 ** currencyDigits(currency));
}
