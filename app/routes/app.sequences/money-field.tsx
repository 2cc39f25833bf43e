import { AmountField } from '#ui/amount-field';
import type { SettingsForm } from '#ui/use-settings-form';

/** A setting that is an amount. */
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
  return (
    <AmountField
      id={path}
      label={label}
      helpText={helpText}
      currency={currency}
      minor={form.value<unknown>(path)}
      error={form.faults[path]}
      onChange={(minor) => form.set(path, minor)}
    />
  );
}
