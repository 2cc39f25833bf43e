import { useTranslations } from 'use-intl';
import type { TraceItem } from '#flows/trace-items';

/** What happened, in a few words. */
export function useItemHeading(): (item: TraceItem) => string {
  const t = useTranslations('activity.trace.item');
  const words = useTranslations('reasons.value');
  return (item) => {
    switch (item.kind) {
      case 'order':
        return t('order', { name: item.name });
      case 'entry':
        return item.reason === null ? t('enrolled', { group: words(item.arm ?? 'none') }) : t('refused');
      case 'decision':
        return t(item.verdict, { number: item.touchNumber });
      case 'failed':
      case 'skippedAtEntry':
        return t(item.kind, { number: item.touchNumber });
      case 'event':
        return t(`event.${item.event}`, { number: item.touchNumber });
      case 'suppressed':
      case 'ended':
        return t(item.kind);
    }
  };
}
