import { useTranslations } from 'use-intl';
import { MESSAGE_KEYS } from '#core/message/message-texts';
import type { Differences } from '#core/segments/own-segment';
import type { DifferenceName } from '#core/segments/settle-variation';
import { useFormats } from './use-formats';

/** One thing that segments make different, in words. In: its name, the differences that hold its value. */
export function useDifferenceWords(): (difference: DifferenceName, of: Differences) => string {
  const t = useTranslations('segments.difference');
  const messages = useTranslations('sequences.message');
  const { percent, number } = useFormats();
  return (difference, of) => {
    switch (difference) {
      case 'price_share':
        return t('price_share', {
          from: percent((of.priceShare?.fromPercent ?? 0) / 100, 0),
          to: percent((of.priceShare?.toPercent ?? 0) / 100, 0),
        });
      case 'points':
        return t('points', { points: number(of.pointsPerCurrencyUnit ?? 0) });
      case 'trust_block':
      case 'exclusivity':
        return t(difference);
      default: {
        const text = difference.startsWith('subject.') ? 'subject' : 'headline';
        const key = MESSAGE_KEYS.find((known) => difference === `${text}.${known}`) ?? 'one';
        return t(text, { message: messages(key), text: of.texts[key]?.[text] ?? '' });
      }
    }
  };
}
