import type { EmailEvent } from '#flows/records';
import { DAY_MS } from '#core/shared/time';
import { MONDAY } from './build-order';

/** What somebody did with the email of a touch, a day after Monday; the natural key follows from the rest. */
export function buildEvent(
  touchId: string,
  kind: EmailEvent['kind'],
  over: Partial<EmailEvent> = {},
): EmailEvent {
  const at = over.at ?? MONDAY + DAY_MS;
  return {
    touchId,
    kind,
    at,
    naturalKey: `${touchId} ${kind} ${at}`,
    isMachine: false,
    isTemporary: false,
    ...over,
  };
}
