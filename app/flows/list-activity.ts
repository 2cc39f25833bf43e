import { sha256Hex } from '#core/shared/hash';
import { DAY_MS, type Instant } from '#core/shared/time';
import { normaliseEmail } from '#core/suppression/identity';
import type { TouchNumber } from '#core/sequence/touch';
import type { Reason } from '#core/suppression/reasons';
import type { Tools } from './ports';
import {
  OUTCOMES,
  type ActivityCursor,
  type ActivityRow,
  type ActivitySearch,
  type Answer,
  type Outcome,
} from './ports/activity-store';

const ACTIVITY_PAGE = 50;

/** Up to here rows are counted one by one; a larger number helps nobody and costs time. */
export const MOST_COUNTED = 1_000;

/** One customer has at most a few hundred orders; a name that more orders bear is no name. */
const MOST_ORDERS = 500;

export type ActivityTab = 'all' | Outcome;

export type Activity = {
  readonly rows: ReadonlyArray<ActivityRow>;
  readonly older: string | null; // the cursor of the next page
  readonly counts: Readonly<Record<ActivityTab, number>>; // above MOST_COUNTED: at least so many
};

/**
 * What became of every touch, and of every order that started none: newest first, one page.
 * In: shop, tab; reason, touch, what came of the e-mail and the last so many days, each or null; what somebody typed to
 * search for, the cursor in the address, now (ms). A cursor that is none begins at the newest. Out: rows, the next cursor,
 * counts of all tabs under the same filter and search.
 */
export async function listActivity(
  { store }: Pick<Tools, 'store'>,
  input: {
    readonly shopId: string;
    readonly tab: ActivityTab;
    readonly reason: Reason | null;
    readonly touchNumber: TouchNumber | null;
    readonly answer: Answer | null;
    readonly days: number | null;
    readonly search: string;
    readonly cursor: string | null;
    readonly now: Instant;
  },
): Promise<Activity> {
  const { shopId, tab, reason, touchNumber, answer, days, now } = input;
  const since = days === null ? null : now - days * DAY_MS;
  const search = readSearch(input.search);
  const orderIds = search === null ? null : await store.findActivityOrders(shopId, search, MOST_ORDERS);
  const outcomes = tab === 'all' ? OUTCOMES : [tab];
  const filter = { reason, touchNumber, answer, orderIds, since };
  const [found, counts] = await Promise.all([
    store.listActivity(
      shopId,
      { outcomes, ...filter },
      { after: readCursor(input.cursor), limit: ACTIVITY_PAGE + 1 },
    ),
    store.countActivity(shopId, filter, MOST_COUNTED),
  ]);
  const rows = found.slice(0, ACTIVITY_PAGE);
  const last = found.length > ACTIVITY_PAGE ? rows.at(-1) : undefined;
  return {
    rows,
    older: last ? `${last.at}_${last.id}` : null,
    counts: { ...counts, all: OUTCOMES.reduce((sum, outcome) => sum + counts[outcome], 0) },
  };
}

/**
 * What somebody may mean by what they typed. An address is hashed as it was when it was stored, and goes no further.
 * In: text. Out: the order names, customer id and hash to look for; null for an empty text.
 */
function readSearch(text: string): ActivitySearch | null {
  const typed = text.trim();
  if (typed === '') return null;
  const isAddress = /.@./.test(typed);
  const customer = /^(?:gid:\/\/shopify\/Customer\/)?(\d{1,20})$/.exec(typed)?.[1];
  return {
    orderNames: isAddress ? [] : [...new Set([typed, `#${typed}`])],
    customerId: customer === undefined ? null : `gid://shopify/Customer/${customer}`,
    emailHash: isAddress ? sha256Hex(normaliseEmail(typed)) : null,
  };
}

const LAST_INSTANT = 8.64e15;

function readCursor(text: string | null): ActivityCursor | null {
  const [, at, id] = /^(\d{1,16})_([\s\S]{1,200})$/.exec(text ?? '') ?? [];
  if (at === undefined || id === undefined) return null;
  const instant: Instant = Number(at);
  return instant <= LAST_INSTANT ? { at: instant, id } : null;
}
