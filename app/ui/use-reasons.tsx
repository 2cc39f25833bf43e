import { useTranslations } from 'use-intl';
import { REASONS, type Reason } from '#core/suppression/reasons';

export function isReason(text: string): text is Reason {
  return REASONS.some((reason) => reason === text);
}

/** A reason of the closed list in the merchant's words; whatever else a provider said stays as it is. */
export function useReasons(): (reason: string) => string {
  const t = useTranslations('reasons');
  return (reason) => (isReason(reason) ? t(`reason.${reason}`) : reason);
}
