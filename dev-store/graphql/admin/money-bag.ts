import { decimalAmount } from '../../shop/money';

export function moneyV2(minor: number, currencyCode: string) {
  return { __typename: 'MoneyV2', amount: decimalAmount(minor, currencyCode), currencyCode };
}

/** Shop money and presentment money are the same: a dev store sells in one currency. */
export function moneyBag(minor: number, currencyCode: string) {
  const money = moneyV2(minor, currencyCode);
  return { shopMoney: money, presentmentMoney: money };
}
