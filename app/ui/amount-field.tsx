import { TextField } from '@shopify/polaris';
import { useState } from 'react';
import { useLocale } from 'use-intl';
import { currencyDecimals } from '#core/shared/money';

/**
 * A field over an amount that is kept in minor units and written in whole ones.
 * In: minor units, or what was typed and is no amount. Out by onChange: the same; the server says what is no amount.
 */
export function AmountField({
  id,
  label,
  helpText,
  currency,
  minor,
  error,
  onChange,
}: {
  readonly id: string;
  readonly label: string;
  readonly helpText?: string;
  readonly currency: string;
  readonly minor: unknown;
  readonly error: string | undefined;
  readonly onChange: (minor: number | string) => void;
}) {
  const decimals = currencyDecimals(currency);
  const shown = typeof minor === 'number' ? (minor / 10 ** decimals).toFixed(decimals) : String(minor ?? '');
  const [typed, setTyped] = useState<string | null>(null);
  const sign = new Intl.NumberFormat(useLocale(), { style: 'currency', currency })
    .formatToParts(0)
    .find(({ type }) => type === 'currency')?.value;
  return (
    <TextField
      id={id}
      label={label}
      helpText={helpText}
      autoComplete="off"
      inputMode="decimal"
      prefix={sign}
      value={typed ?? shown}
      error={error}
      onChange={(text) => {
        setTyped(text);
        const amount = Number(text.replace(',', '.'));
        onChange(text.trim() === '' || Number.isNaN(amount) ? text : Math.round(amount * 10 ** decimals));
      }}
      onBlur={() => setTyped(null)}
    />
  );
}
