import type { Arm } from '#core/decide/trace';
import type { Instant } from '#core/shared/time';
import type { Tools } from './ports';
import type { PersonStory } from './ports/activity-store';
import { FROM_ACTIVITY } from './suppress-person';
import { segmentsOf, traceItems, type NamedSegment, type TraceItem } from './trace-items';

export type Trace =
  | { readonly kind: 'deleted' }
  | {
      readonly kind: 'found';
      readonly customerId: string | null;
      readonly orderNames: ReadonlyArray<string>;
      readonly items: ReadonlyArray<TraceItem>;
      readonly decisionsLeftOut: number;
      readonly now: TraceNow;
    };

/** How things stand at this moment. */
export type TraceNow = {
  readonly running: string | null; // name of the order that the running sequence is because of
  readonly next: { readonly touchNumber: number; readonly dueAt: Instant } | null;
  readonly waiting: number; // touches that have not gone out
  readonly arm: Arm | null;
  readonly segments: ReadonlyArray<NamedSegment>; // of the newest enrolment
  readonly hasAddress: boolean;
  readonly suppressedFor: string | null; // the oldest entry on the list
  readonly canRelease: boolean; // an entry of it was made here
};

/**
 * Everything about one person, as it was stored when it happened.
 * In: shop, person. Out: null when this shop has no such person; `deleted` when nothing may be told any more.
 */
export async function readTrace(
  { store }: Pick<Tools, 'store'>,
  { shopId, personId }: { readonly shopId: string; readonly personId: string },
): Promise<Trace | null> {
  const story = await store.personStory(shopId, personId);
  if (story === null) return null;
  if (story.personId.startsWith('redacted:')) return { kind: 'deleted' };
  return {
    kind: 'found',
    customerId: story.customerId,
    orderNames: story.orders.map(({ name }) => name).filter((name) => name !== ''),
    items: traceItems(story),
    decisionsLeftOut: story.decisionsLeftOut,
    now: standing(story),
  };
}

function standing(story: PersonStory): TraceNow {
  const live = story.enrolments.find(({ isLive }) => isLive) ?? null;
  const waiting = story.touches
    .filter(
      ({ enrolmentId, state }) =>
        enrolmentId === live?.enrolmentId && (state === 'due' || state === 'claimed'),
    )
    .toSorted((a, b) => a.dueAt - b.dueAt);
  const [next] = waiting;
  const order = story.orders.find(({ orderId }) => orderId === live?.orderId);
  return {
    running: live === null ? null : (order?.name ?? ''),
    next: next ? { touchNumber: next.touchNumber, dueAt: next.dueAt } : null,
    waiting: waiting.length,
    arm: story.arm,
    segments: segmentsOf(story, (live ?? story.enrolments.at(-1))?.orderId ?? null),
    hasAddress: story.hasAddress,
    suppressedFor: story.suppressions[0]?.kind ?? null,
    canRelease: story.suppressions.some(({ source }) => source === FROM_ACTIVITY),
  };
}
