import { useTranslations } from 'use-intl';
import { useFormats } from '#ui/use-formats';

const PATH = 'benchmarks.';

/** A changed benchmark in words: what it is called, and a range of it. Null for the path of another setting. */
export function useBenchmarkChange(): (
  path: string,
) => { readonly name: string; readonly inWords: (range: unknown) => string } | null {
  const t = useTranslations('benchmarks');
  const formats = useFormats();
  const inWords = (value: unknown): string => {
    const range = new Map<string, unknown>(Object.entries(value ?? {}));
    if (range.size === 0) return t('change.published');
    const end = (percent: string, minor: string) => {
      const [share, amount] = [range.get(percent), range.get(minor)];
      return typeof share === 'number' ? formats.percent(share / 100) : formats.money(Number(amount));
    };
    return t('change.range', {
      low: end('lowPercent', 'lowMinor'),
      high: end('highPercent', 'highMinor'),
    });
  };
  return (path) =>
    path.startsWith(PATH)
      ? { name: t('change.setting', { name: t(`names.${path.slice(PATH.length)}`) }), inWords }
      : null;
}
