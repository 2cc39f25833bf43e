import { Link, Text } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import type { SuppressionReview } from '#flows/review-suppression';
import type { Reason } from '#core/suppression/reasons';
import { STOPPED_DAYS } from '#core/suppression/stopped-days';

export type Stopped = SuppressionReview['stopped'];

/** How often a rule stopped something in the last 30 days; leads to just those in Activity. */
export function StoppedLink({
  reason,
  rule,
  stopped,
  hasNote = true,
}: {
  readonly reason: Reason;
  readonly rule: string;
  readonly stopped: Stopped;
  readonly hasNote?: boolean; // false where the table's heading says it
}) {
  const t = useTranslations('suppression');
  const count = stopped[reason] ?? 0;
  return (
    <div style={{ textAlign: 'right', whiteSpace: 'nowrap' }}>
      <Link
        url={`/app/activity?tab=skipped&reason=${reason}&days=${STOPPED_DAYS}`}
        accessibilityLabel={t('stoppedLabel', { rule, count })}
      >
        {t('stopped', { count })}
      </Link>
      {hasNote && (
        <Text as="p" tone="subdued">
          {t('stoppedNote')}
        </Text>
      )}
    </div>
  );
}
