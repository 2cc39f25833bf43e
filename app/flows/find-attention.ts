import { tierOf } from '#core/affinity/tier';
import { judgeMail } from '#core/guardrails/judge-mail';
import type { Settings } from '#core/settings/settings';
import type { TouchNumber } from '#core/sequence/touch';
import { DAY_MS, type Instant } from '#core/shared/time';
import type { LiftView } from './describe-lift';
import type { Tools } from './ports';
import type { DataRequest } from './ports/privacy-store';
import { countUnsignedClaims } from './sign-off-claims';
import { WATCHED_MS } from './watch-guardrails';

export type Attention =
  | { readonly kind: 'unreported' }
  | { readonly kind: 'out_of_stock'; readonly pairs: number; readonly titles: ReadonlyArray<string> }
  | { readonly kind: 'complaints' | 'bounces'; readonly rate: number; readonly count: number }
  | { readonly kind: 'unsubscribes'; readonly rate: number; readonly count: number }
  | { readonly kind: 'split' }
  | { readonly kind: 'harm'; readonly atLeast: number }
  | { readonly kind: 'data_requests'; readonly count: number; readonly answerBy: Instant }
  | { readonly kind: 'touch_paused'; readonly touchNumber: TouchNumber; readonly due: number }
  | { readonly kind: 'ambiguous' | 'dead_webhooks' | 'unsigned_claims'; readonly count: number }
  | { readonly kind: 'stale_pairings'; readonly minedAt: Instant };

const MOST = 5;
const MOST_TITLES = 3;
/** Pairings are mined every night: two days without it is a fault. */
const STALE_AFTER_MS = 2 * DAY_MS;
/** A warning line over seven days, from three reports on. */
const MOST_UNSUBSCRIBES = 0.005;
const FEWEST_REPORTS = 3;
/** Within this time a customer must have what they asked for. */
const ANSWER_WITHIN_MS = 30 * DAY_MS;

/**
 * What needs the merchant, worst first, at most five. In: shop, newest settings, whether its account reports, due touches of the next 24 hours by
 * touch, now (ms).
 */
export async function findAttention(
  { store }: Pick<Tools, 'store'>,
  input: {
    readonly shopId: string;
    readonly settings: Settings;
    readonly lift: LiftView | null; // null until the order history is in
    readonly isUnreported: boolean; // bounces and complaints of the shop's own account do not come in
    readonly due: ReadonlyMap<TouchNumber, number>;
    readonly now: Instant;
  },
): Promise<ReadonlyArray<Attention>> {
  const { shopId, settings, isUnreported, lift, due, now } = input;
  const week = { from: now - WATCHED_MS, until: now, segment: null };
  const [faults, ambiguous, dead, minedAt, outOfStock, lost, tallies, unsigned, requests] = await Promise.all(
    [
      store.mailFaults(shopId, now - WATCHED_MS),
      store.ambiguousTouches(shopId),
      store.deadWebhooks(shopId),
      store.pairingsMinedAt(shopId),
      store.outOfStockPairs(shopId),
      store.peopleLost(shopId, week),
      store.touchTallies(shopId, week),
      countUnsignedClaims({ store }, { shopId, settings }),
      store.openDataRequests(shopId),
    ],
  );
  const sent = tallies.reduce((sum, tally) => sum + tally.sent, 0);
  const strong = outOfStock.filter(
    ({ support, buyers }) => tierOf(support, buyers, settings.affinity) === 'strong',
  );
  const { one, two, three } = settings.touches;
  const found: ReadonlyArray<Attention | null> = [
    isUnreported ? { kind: 'unreported' } : null,
    lift?.verdict.kind === 'sample_ratio_mismatch' ? { kind: 'split' } : null,
    lift?.verdict.kind === 'harm' ? { kind: 'harm', atLeast: lift.verdict.atLeast } : null,
    ...judgeMail(faults).map(({ guardrail, count, sent: of }): Attention => ({
      kind: guardrail,
      count,
      rate: count / of,
    })),
    unsubscribes(lost.unsubscribed, sent),
    requestsItem(requests),
    unsigned > 0 ? { kind: 'unsigned_claims', count: unsigned } : null,
    ambiguous > 0 ? { kind: 'ambiguous', count: ambiguous } : null,
    dead > 0 ? { kind: 'dead_webhooks', count: dead } : null,
    strong.length > 0
      ? {
          kind: 'out_of_stock',
          pairs: strong.length,
          titles: [...new Set(strong.map(({ title }) => title))].slice(0, MOST_TITLES),
        }
      : null,
    ...([one, two, three] as const).map(({ isOn }, at): Attention | null => {
      const touchNumber = ([1, 2, 3] as const)[at];
      return isOn || touchNumber === undefined
        ? null
        : { kind: 'touch_paused', touchNumber, due: due.get(touchNumber) ?? 0 };
    }),
    minedAt !== null && now - minedAt > STALE_AFTER_MS ? { kind: 'stale_pairings', minedAt } : null,
  ];
  return found.filter((item) => item !== null).slice(0, MOST);
}

function requestsItem([oldest, ...others]: ReadonlyArray<DataRequest>): Attention | null {
  if (!oldest) return null;
  const answerBy = oldest.requestedAt + ANSWER_WITHIN_MS;
  return { kind: 'data_requests', count: 1 + others.length, answerBy };
}

function unsubscribes(count: number, sent: number): Attention | null {
  return count >= FEWEST_REPORTS && sent > 0 && count / sent > MOST_UNSUBSCRIBES
    ? { kind: 'unsubscribes', count, rate: count / sent }
    : null;
}
