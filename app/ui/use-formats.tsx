import { useLocale, useTimeZone } from 'use-intl';
import { createContext, useContext, useMemo, type ReactNode } from 'react';

const Currency = createContext('USD');

/** The shop's currency for every amount below. */
export function CurrencyProvider({
  currency,
  children,
}: {
  readonly currency: string;
  readonly children: ReactNode;
}) {
  return <Currency.Provider value={currency}>{children}</Currency.Provider>;
}

/**
 * Numbers, money and times as the merchant reads them: in the admin's language, the shop's currency and zone, which come
 * from the loader so that server and browser draw the same text. Rates are fractions, money minor units, times ms.
 */
export function useFormats() {
  const locale = useLocale();
  const timeZone = useTimeZone() ?? 'UTC';
  const shopCurrency = useContext(Currency);
  return useMemo(() => {
    const number = new Intl.NumberFormat(locale);
    const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone });
    const dateTime = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone });
    const month = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
    const money = (minor: number, currency = shopCurrency) => {
      const format = new Intl.NumberFormat(locale, { style: 'currency', currency });
      return format.format(minor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
    };
    /** An amount in whole units, such as a threshold, without decimals. */
    const wholeMoney = (units: number, currency: string) =>
      new Intl.NumberFormat(locale, { style: 'currency', currency, maximumFractionDigits: 0 }).format(units);
    const percent = (rate: number, digits = 1) =>
      new Intl.NumberFormat(locale, {
        style: 'percent',
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      }).format(rate);
    return {
      number: (value: number) => number.format(value),
      money,
      wholeMoney,
      currency: shopCurrency,
      percent,
      date: (at: number) => date.format(at),
      dateTime: (at: number) => dateTime.format(at),
      month: (startsAt: number) => month.format(startsAt), // of UTC
      timeZone,
    };
  }, [locale, timeZone, shopCurrency]);
}
