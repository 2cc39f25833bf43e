import { z } from 'zod';
import { SECOND_MS } from '#core/shared/time';
import type { EmailEvent } from '#flows/records';

const KINDS = {
  processed: 'processed',
  deferred: 'deferred',
  delivered: 'delivered',
  open: 'open',
  click: 'click',
  bounce: 'bounce',
  dropped: 'dropped',
  spamreport: 'spamreport',
  unsubscribe: 'unsubscribe',
  group_unsubscribe: 'unsubscribe', // leaving a group is leaving: the group may hold nothing but our e-mails
} as const satisfies Readonly<Record<string, EmailEvent['kind']>>;

const LAST_SECOND = 4_102_444_800; // the year 2100: further out is a mistake in the unit

const SendGridEvent = z.object({
  event: z.enum(Object.keys(KINDS) as ReadonlyArray<keyof typeof KINDS>),
  timestamp: z.coerce.number().int().positive().max(LAST_SECOND),
  shop_id: z.string().min(1).max(255),
  touch_id: z.string().min(1).max(255),
  sg_machine_open: z.boolean().optional().catch(undefined),
  type: z.string().optional().catch(undefined),
  attempt: z.coerce.string().optional().catch(undefined),
  url: z.string().optional().catch(undefined),
});

type SendGridEvent = z.infer<typeof SendGridEvent>;

/**
 * Reads a delivery of SendGrid's event webhook.
 * In: the shop whose key signed it, the body. Out: the events of that shop's touches; unknown kinds, foreign mail and
 * other shops' touches are left out, since a shop's own key must not speak for another. Throws when it is no JSON list.
 */
export function parseEvents(shopId: string, body: string): ReadonlyArray<EmailEvent> {
  const list = z.array(z.unknown()).safeParse(parseJson(body));
  if (!list.success) throw new Error(`events of ${shopId} are not a JSON list; SendGrid always posts one`);
  return list.data.flatMap((item) => {
    const event = SendGridEvent.safeParse(item);
    return event.success && event.data.shop_id === shopId ? [toEmailEvent(event.data)] : [];
  });
}

function toEmailEvent(event: SendGridEvent): EmailEvent {
  const kind = KINDS[event.event];
  const isMachine = kind === 'open' ? event.sg_machine_open === true : kind === 'click';
  return {
    touchId: event.touch_id,
    kind,
    at: event.timestamp * SECOND_MS,
    naturalKey: naturalKey(event, kind, isMachine),
    // Only our own redirect can tell a person's click from a scanner's, and SendGrid's click tracking is off.
    isMachine,
    isTemporary: kind === 'bounce' && event.type === 'blocked',
  };
}

/** What makes the event the same event. sg_event_id is left out: a repeated delivery may carry a new one. */
function naturalKey(event: SendGridEvent, kind: EmailEvent['kind'], isMachine: boolean): string {
  const told = kind === 'deferred' ? event.attempt : kind === 'click' ? event.url : undefined;
  return [event.touch_id, kind, event.timestamp, isMachine ? 'machine' : 'person', told ?? ''].join(' ');
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
