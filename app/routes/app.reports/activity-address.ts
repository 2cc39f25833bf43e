import type { TouchNumber } from '#core/sequence/touch';
import type { Report } from '#flows/load-report';
import type { Answer } from '#flows/ports/activity-store';

/**
 * Where the rows behind a count of e-mails are. In: the report, the touch, what came of the e-mails or null. Out: the
 * address; null for one segment, by which Activity cannot be asked.
 */
export function activityAddress(
  { period, segment }: Pick<Report, 'period' | 'segment'>,
  touchNumber: TouchNumber,
  answer: Answer | null,
): string | null {
  if (segment !== null) return null;
  const query = new URLSearchParams({
    tab: 'sent',
    touch: String(touchNumber),
    ...(period !== 'all' && { days: period }),
    ...(answer !== null && { answer }),
  });
  return `/app/activity?${query.toString()}`;
}
