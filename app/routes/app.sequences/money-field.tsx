import { TextField } from '@shopify/polaris';
import { useState } from 'react';
import { useLocale } from 'use-intl';
import { currencyDecimals } from '#core/shared/money';
import type { SettingsForm } from '#ui/use-settings-form';

/** A field over an amount that is kept in minor units and written in whole ones. */
export function MoneyField({
  form,
  path,
  label,
  helpText,
  currency,
}: {
  readonly form: SettingsForm;
  readonly path: string;
  readonly label: string;
  readonly helpText: string;
  readonly currency: string;
}) {
  const decimals = currencyDecimals(currency);
  const minor = form.value<unknown>(path);
  const shown = typeof minor === 'number' ? (minor / 10 ** decimals).toFixed(decimals) : String(minor ?? '');
  const [typed, setTyped] = useState<string | null>(null);
  const sign = new Intl.NumberFormat(useLocale(), { style: 'currency', currency })
    .formatToParts(0)
    .find(({ type }) => type === 'currency')?.value;
  return (
    <TextField
      id={path}
      label={label}
      helpText={helpText}
      autoComplete="off"
      inputMode="decimal"
      prefix={sign}
      value={typed ?? shown}
      error={form.faults[path]}
      onChange={(text) => {
        setTyped(text);
        const amount = Number(text.replace(',', '.'));
        // What is no amount goes to the server as it is, which says so at this field.
        form.set(
          path,
          text.trim() === '' || Number.isNaN(amount) ? text : Math.round(amount * 10 ** decimals),
        );
      }}
      onBlur={() => setTyped(null)}
    />
  );
}
