import type { Instant } from '../shared/time';

export type TouchNumber = 1 | 2 | 3;

export type ProductType = 'consumable' | 'durable' | 'one_time';

/** A touch as it is planned at enrolment, the same for both arms. */
export type PlannedTouch = {
  readonly touchNumber: TouchNumber;
  readonly dueAt: Instant;
  readonly windowEndsAt: Instant; // past it the touch is skipped
};

/** Where a touch stands. It moves only forward; `claimed` may fall back to `due` when its lease runs out. */
export type TouchState =
  'due' | 'claimed' | 'sending' | 'accepted' | 'failed' | 'ambiguous' | 'skipped' | 'withheld' | 'exited';
