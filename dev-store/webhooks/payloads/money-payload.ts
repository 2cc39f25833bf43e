import { decimalAmount } from '../../shop/money';

type Money = { readonly amount: string; readonly currency_code: string };
export type MoneySet = { readonly shop_money: Money; readonly presentment_money: Money };

/** Shop money and presentment money are the same: a dev store sells in one currency. */
export function moneySet(minor: number, currency: string): MoneySet {
  const money = { amount: decimalAmount(minor, currency), currency_code: currency };
  return { shop_money: money, presentment_money: money };
}
