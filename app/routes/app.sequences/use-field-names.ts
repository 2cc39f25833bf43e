import { useTranslations } from 'use-intl';
import { MESSAGE_KEYS } from '#core/message/message-texts';

const TEXTS = [
  'subject',
  'previewText',
  'headline',
  'text',
  'buttonLabel',
  'urgencyEndsAt',
  'blocks',
] as const;

/** How the fields of the screen are called, by the path of their setting. */
export function useFieldNames(): Readonly<Record<string, string>> {
  const t = useTranslations('sequences');
  const names: Record<string, string> = {
    'trigger.minimumSubtotalMinor': t('entry.minimum'),
    'touches.one.delayMinutes': t('fields.delayMinutes'),
    'touches.two.day': t('fields.dayTwo'),
    'touches.three.consumableDay': t('fields.consumableDay'),
    'touches.three.durableDay': t('fields.durableDay'),
  };
  for (const key of MESSAGE_KEYS) {
    for (const text of TEXTS) {
      const name = { name: t(`message.${key}`), field: t(`message.${text}`) };
      names[`messages.${key}.${text}`] = t('message.fieldOf', name);
    }
  }
  return names;
}
