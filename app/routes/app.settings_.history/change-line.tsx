import { useTranslations } from 'use-intl';
import { useFormats } from '#ui/use-formats';

export type Change = { readonly path: string; readonly before?: unknown; readonly after?: unknown };

/** One changed setting in words, with what it was and what it became. */
export function ChangeLine({ change }: { readonly change: Change }) {
  const t = useTranslations('settings');
  const inWords = useValueInWords();
  const { path, before, after } = change;
  const name = t.has(`names.${path}`) ? t(`names.${path}`) : path; // a setting without words shows as it is kept
  return t('versions.change', { name, before: inWords(path, before), after: inWords(path, after) });
}

function useValueInWords(): (path: string, value: unknown) => string {
  const t = useTranslations('settings');
  const choices = useTranslations('suppression.frequency');
  const formats = useFormats();
  const inWords = (path: string, value: unknown): string => {
    if (value === null || value === undefined || value === '') return t('versions.none');
    if (typeof value === 'boolean') return t(value ? 'versions.on' : 'versions.off');
    if (typeof value === 'number')
      return path.endsWith('Minor') ? formats.money(value) : formats.number(value);
    if (path === 'onNewPurchase') return choices(String(value));
    if (path === 'price.base') return t(`recommendations.bases.${String(value)}`);
    if (Array.isArray(value)) return value.length === 0 ? t('versions.none') : value.map(String).join(', ');
    if (typeof value === 'object') {
      const entries = Object.entries(value).map(([name, inner]) =>
        t('versions.entry', { name, value: typeOf(path, inner) }),
      );
      return entries.length === 0 ? t('versions.none') : entries.join(', ');
    }
    return String(value);
  };
  const typeOf = (path: string, value: unknown) =>
    path === 'productTypes' ? t(`recommendations.types.${String(value)}`) : JSON.stringify(value);
  return inWords;
}
