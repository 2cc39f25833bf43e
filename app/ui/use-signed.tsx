import { useLocale } from 'use-intl';
import { useMemo } from 'react';
import { useFormats } from './use-formats';

/** Differences with their sign: fractions as percent or percentage points, money in minor units. */
export function useSigned() {
  const locale = useLocale();
  const { money } = useFormats();
  return useMemo(() => {
    const oneDigit = {
      signDisplay: 'exceptZero',
      minimumFractionDigits: 1,
      maximumFractionDigits: 1,
    } as const;
    const percent = new Intl.NumberFormat(locale, { ...oneDigit, style: 'percent' });
    const points = new Intl.NumberFormat(locale, oneDigit);
    const axis = new Intl.NumberFormat(locale, {
      style: 'percent',
      signDisplay: 'exceptZero',
      maximumFractionDigits: 1,
    });
    return {
      percent: (rate: number) => percent.format(rate),
      points: (rate: number) => points.format(rate * 100),
      axis: (rate: number) => axis.format(rate),
      money: (minor: number) => (minor > 0 ? `+${money(minor)}` : money(minor)),
    };
  }, [locale, money]);
}
