import { useLocale, useTranslations } from 'use-intl';
import { useFormats } from '#ui/use-formats';
import { useBenchmarkChange } from './use-benchmark-change';

export type Change = { readonly path: string; readonly before?: unknown; readonly after?: unknown };

/** One changed setting in words, with what it was and what it became. */
export function ChangeLine({ change }: { readonly change: Change }) {
  const t = useTranslations('settings');
  const inWords = useValueInWords();
  const segmentLine = useSegmentLine();
  const benchmarkChange = useBenchmarkChange();
  const { path, before, after } = change;
  if (path === 'segments.own') return segmentLine(namedIn(before), namedIn(after));
  const benchmark = benchmarkChange(path);
  const name = benchmark?.name ?? (t.has(`names.${path}`) ? t(`names.${path}`) : path); // without words: as it is kept
  const words = (value: unknown) => benchmark?.inWords(value) ?? inWords(path, value);
  return t('versions.change', { name, before: words(before), after: words(after) });
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

type Named = { readonly id: string; readonly name: string };

function namedIn(value: unknown): ReadonlyArray<Named> {
  const isNamed = (each: unknown): each is Named =>
    typeof each === 'object' && each !== null && 'id' in each && 'name' in each;
  return Array.isArray(value) ? value.filter(isNamed) : [];
}

/** A list of segments is one setting: what happened to each of them is told by comparing both sides. */
function useSegmentLine(): (before: ReadonlyArray<Named>, after: ReadonlyArray<Named>) => string {
  const t = useTranslations('settings.versions');
  const locale = useLocale();
  return (before, after) => {
    const earlier = new Map(before.map((segment) => [segment.id, segment]));
    const lines = after.flatMap((segment) => {
      const known = earlier.get(segment.id);
      if (!known) return [t('segmentAdded', { name: segment.name })];
      return JSON.stringify(known) === JSON.stringify(segment)
        ? []
        : [t('segmentChanged', { name: segment.name })];
    });
    const removed = before.filter(({ id }) => !after.some((segment) => segment.id === id));
    return new Intl.ListFormat(locale, { type: 'conjunction' }).format([
      ...lines,
      ...removed.map(({ name }) => t('segmentRemoved', { name })),
    ]);
  };
}
