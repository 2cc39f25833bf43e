import { firstFailed } from '#core/decide/gate';
import type { Arm, Candidate, Gate } from '#core/decide/trace';
import type { Variation } from '#core/segments/settle-variation';
import type { Instant } from '#core/shared/time';
import type { PersonStory } from './ports/activity-store';
import type { DecisionRecord, EmailEvent } from './records';

/** One thing that happened to a person. */
export type TraceItem = { readonly key: string; readonly at: Instant } & (
  | {
      readonly kind: 'order';
      readonly orderId: string;
      readonly name: string;
      readonly valueMinor: number;
      readonly currency: string;
      readonly lineTitles: ReadonlyArray<string>;
      readonly cancelledAt: Instant | null;
      readonly creditTouch: number | null;
    }
  | {
      readonly kind: 'entry';
      readonly decisionId: string;
      readonly orderName: string;
      readonly reason: string | null; // null: entered
      readonly arm: Arm | null;
      readonly segments: ReadonlyArray<NamedSegment>;
      readonly variation: Variation | null; // null: decided before it was kept
    }
  | {
      readonly kind: 'decision';
      readonly decisionId: string;
      readonly touchId: string;
      readonly touchNumber: number;
      readonly verdict: Exclude<DecisionRecord['verdict'], 'enrol' | 'refuse'>;
      readonly reason: string | null;
      readonly gate: Gate | null; // the one that decided; null: all passed
      readonly offer: TraceOffer | null;
    }
  | {
      readonly kind: 'failed' | 'skippedAtEntry';
      readonly touchNumber: number;
      readonly reason: string | null;
    }
  | {
      readonly kind: 'event';
      readonly touchNumber: number;
      readonly event: EmailEvent['kind'];
      readonly isMachine: boolean;
    }
  | { readonly kind: 'suppressed'; readonly reason: string; readonly source: string }
  | { readonly kind: 'ended'; readonly orderName: string; readonly reason: string }
);

/** What was offered, with the numbers that it was chosen by. */
export type TraceOffer = Pick<
  Candidate,
  'table' | 'tier' | 'support' | 'anchorBuyers' | 'confidence' | 'priceMinor' | 'priceBaseMinor'
> & {
  readonly title: string | null;
  readonly priceShare: number | null; // of the base, a fraction
  readonly ruledOut: number;
};

/** Of things at the same moment, what brought about the others stands first. */
const RANK = ['order', 'entry', 'skippedAtEntry', 'decision', 'failed', 'event', 'suppressed', 'ended'];

/** Everything that happened to a person, oldest first. In: what is kept of them. Out: the items; nothing is recalculated. */
export function traceItems(story: PersonStory): ReadonlyArray<TraceItem> {
  const names = new Map(story.orders.map((order) => [order.orderId, order.name]));
  const nameOf = (orderId: string) => names.get(orderId) ?? '';
  const numbers = new Map(story.touches.map((touch) => [touch.touchId, touch.touchNumber]));
  const decided = new Set(story.decisions.map((decision) => decision.touchId));
  const items: TraceItem[] = [
    ...story.orders.map((order): TraceItem => ({
      ...order,
      kind: 'order',
      key: order.orderId,
      creditTouch: numbers.get(order.creditTouchId ?? '') ?? null,
    })),
    ...story.decisions.map((decision) => decisionItem(story, decision, nameOf(decision.orderId))),
    ...story.touches.flatMap(({ touchId: key, state, at, touchNumber, reason }): TraceItem[] => {
      if (state === 'failed' || state === 'ambiguous')
        return [{ kind: 'failed', key: `failed ${key}`, at, touchNumber, reason }];
      const isAtEntry = state === 'skipped' && !decided.has(key) && story.decisionsLeftOut === 0;
      return isAtEntry ? [{ kind: 'skippedAtEntry', key, at, touchNumber, reason }] : [];
    }),
    ...story.events.map(({ kind: event, touchId, at, isMachine }, n): TraceItem => ({
      kind: 'event',
      key: `event ${n}`,
      at,
      event,
      isMachine,
      touchNumber: numbers.get(touchId) ?? 0,
    })),
    ...story.suppressions.map(({ kind: reason, source, at }): TraceItem => ({
      kind: 'suppressed',
      key: `${reason} ${source}`,
      at,
      reason,
      source,
    })),
    ...story.enrolments.flatMap(({ enrolmentId, endedAt, exitReason, orderId }): TraceItem[] =>
      endedAt === null || exitReason === null
        ? []
        : [
            {
              kind: 'ended',
              key: `end of ${enrolmentId}`,
              at: endedAt,
              reason: exitReason,
              orderName: nameOf(orderId),
            },
          ],
    ),
  ];
  return items.toSorted((a, b) => a.at - b.at || RANK.indexOf(a.kind) - RANK.indexOf(b.kind));
}

export type NamedSegment = Variation['segments'][number];

/** The segments that a sequence began with, called as they were called then. In: the story, its order. Out: in order. */
export function segmentsOf(
  { decisions, enrolments }: Pick<PersonStory, 'decisions' | 'enrolments'>,
  orderId: string | null,
): ReadonlyArray<NamedSegment> {
  const entry = decisions.find((decision) => decision.orderId === orderId && decision.touchId === null);
  const enrolment = enrolments.find((each) => each.orderId === orderId);
  return entry?.variation?.segments ?? (enrolment?.segments ?? []).map((id) => ({ id, name: null }));
}

function decisionItem(story: PersonStory, decision: DecisionRecord, orderName: string): TraceItem {
  const { decisionId, decidedAt: at, verdict, reason, touchId, touchNumber, arm } = decision;
  const shared = { key: decisionId, decisionId, at, reason };
  if (verdict === 'enrol' || verdict === 'refuse' || touchId === null || touchNumber === null) {
    const { orderId, variation } = decision;
    return { ...shared, kind: 'entry', orderName, arm, segments: segmentsOf(story, orderId), variation };
  }
  return {
    ...shared,
    kind: 'decision',
    touchId,
    touchNumber,
    verdict,
    gate: firstFailed(decision.gates),
    offer: verdict === 'send' || verdict === 'withhold' ? offerOf(story, decision) : null,
  };
}

function offerOf(
  { titles }: PersonStory,
  { candidates, chosenProductId }: DecisionRecord,
): TraceOffer | null {
  if (chosenProductId === null) return null;
  const chosen = candidates?.best.find(({ productId }) => productId === chosenProductId);
  if (!candidates || !chosen) return null;
  const { table, tier, support, anchorBuyers, confidence, priceMinor, priceBaseMinor } = chosen;
  const { ranked_lower: _inTheRunning, ...lost } = candidates.others;
  const others = Object.values(lost).reduce((sum, ids) => sum + ids.length, 0);
  return {
    table,
    tier,
    support,
    anchorBuyers,
    confidence,
    priceMinor,
    priceBaseMinor,
    title: titles[chosenProductId] ?? null,
    priceShare: priceMinor === null || priceBaseMinor === 0 ? null : priceMinor / priceBaseMinor,
    ruledOut: candidates.best.filter(({ reason }) => reason !== null).length + others,
  };
}
