import { HOUR_MS, type Instant } from '../shared/time';

const LOOKED_AT = 4;
const SETTLED_AFTER_MS = 48 * HOUR_MS;
const MOST_MACHINE_ONLY = 2;

/** What became of one delivered e-mail. */
export type DeliveredEmail = {
  readonly deliveredAt: Instant;
  readonly humanOpen: boolean;
  readonly machineOpen: boolean;
  readonly verifiedClick: boolean;
  readonly orderAfter: boolean;
};

/**
 * Whether somebody has stopped caring (R63): none of the last four delivered e-mails that are at least 48 hours old has
 * a human open, a verified click or an order after it, and at most two of them were opened by machines only, for a
 * machine's open says nothing either way.
 * In: delivered e-mails, any order; now (ms). Out: the finding with the counts it rests on.
 */
export function judgeEngagement(
  delivered: ReadonlyArray<DeliveredEmail>,
  now: Instant,
): {
  readonly isUnengaged: boolean;
  readonly looked: number;
  readonly engaged: number;
  readonly machineOnly: number;
} {
  const looked = delivered
    .filter((email) => email.deliveredAt <= now - SETTLED_AFTER_MS)
    .sort((a, b) => b.deliveredAt - a.deliveredAt)
    .slice(0, LOOKED_AT);
  const isEngaged = (email: DeliveredEmail) => email.humanOpen || email.verifiedClick || email.orderAfter;
  const engaged = looked.filter(isEngaged).length;
  const machineOnly = looked.filter((email) => email.machineOpen && !isEngaged(email)).length;
  const isUnengaged = looked.length === LOOKED_AT && engaged === 0 && machineOnly <= MOST_MACHINE_ONLY;
  return { isUnengaged, looked: looked.length, engaged, machineOnly };
}
