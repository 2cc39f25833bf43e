import type { TouchNumber } from '#core/sequence/touch';
import { DAY_MS, type Instant } from '#core/shared/time';
import { isUnreported } from './event-door';
import { findAttention, type Attention } from './find-attention';
import { loadReport, type Report } from './load-report';
import { reviewReadiness, type ReadinessReview } from './review-readiness';
import type { Tools } from './ports';
import type { Shop } from './records';
import type { SetupFact } from './ports/home-store';
import { parseStop, type GuardrailStop } from './watch-guardrails';
import type { ImportProgress } from './ports/import-store';

export type SetupStep = 'history' | 'pairings' | 'sender' | 'test' | 'sequence';

/** The one banner of the page, if any. */
export type HomeBanner =
  | { readonly kind: 'sending_broken'; readonly detail: string }
  | { readonly kind: 'guardrail'; readonly stop: GuardrailStop }
  | { readonly kind: 'import_failed'; readonly error: string }
  | { readonly kind: 'paused' }
  | { readonly kind: 'outbox' }
  | { readonly kind: 'importing'; readonly ordersRead: number }
  | { readonly kind: 'stale_pairings'; readonly minedAt: Instant };

export type Home = {
  readonly banner: HomeBanner | null;
  readonly importing: Pick<ImportProgress, 'state' | 'ordersRead' | 'error'> | null;
  readonly isImporting: boolean;
  readonly steps: ReadonlyArray<{ readonly step: SetupStep; readonly isDone: boolean }>;
  readonly isGuideShown: boolean;
  /** null until the order history is in. */
  readonly report: Report | null;
  readonly attention: ReadonlyArray<Attention>;
  readonly next: ReadonlyArray<{
    readonly touchNumber: TouchNumber;
    readonly due: number;
    readonly isOn: boolean;
  }>;
  readonly isPaused: boolean;
  /** Why nothing of what is due goes out; null: it does. */
  readonly heldBy: 'sequence_off' | 'stopped' | 'paused' | null;
  /** Whether the shop's size and history suffice; null until the order history is in. */
  readonly readiness: ReadinessReview | null;
  readonly readsAllOrders: boolean;
  /** The last touch is on; without it the sequence is as short as simple mode is. */
  readonly isTouchThreeOn: boolean;
};

const STALE_ALARM_MS = 180 * DAY_MS;

/**
 * Everything that Home shows, from facts in the database alone.
 * In: shop, whether e-mails only go to the outbox folder where the shop has not chosen, now (ms). Out: the page; null for a shop that is not known.
 */
export async function loadHome(
  { store }: Pick<Tools, 'store'>,
  input: { readonly shopId: string; readonly isOutbox: boolean; readonly now: Instant },
): Promise<Home | null> {
  const { shopId, now } = input;
  const [account, shop, progress, facts, due, minedAt] = await Promise.all([
    store.sendingAccount(shopId),
    store.findShop(shopId),
    store.findImport(shopId),
    store.setupFacts(shopId),
    store.dueTouches(shopId, now + DAY_MS),
    store.pairingsMinedAt(shopId),
  ]);
  if (!shop) return null;
  const { settings } = shop;
  const isRead = progress?.state === 'done';
  const isOutbox = account === null ? input.isOutbox : account.kind === 'outbox';
  const steps = setupSteps(shop, { facts, isRead, hasAccount: account?.kind === 'sendgrid' });
  const { one, two, three } = settings.touches;
  const [report, readiness] = await Promise.all([
    isRead ? loadReport({ store }, { shopId, period: '90', segment: null, model: 'last_touch', now }) : null,
    isRead ? reviewReadiness({ store }, { shop, now }) : null,
  ]);
  const attention = await findAttention(
    { store },
    { shopId, settings, isUnreported: isUnreported(account), lift: report?.lift ?? null, due, now },
  );
  const banner = chooseBanner({ shop, progress, isOutbox, minedAt, now });
  return {
    banner,
    importing: progress && !isRead ? progress : null,
    isImporting: progress !== null && !isRead && progress.state !== 'failed',
    steps,
    isGuideShown: !(facts.has('guide_dismissed') && steps.every(({ isDone }) => isDone)),
    report,
    attention: attention.filter(({ kind }) => kind !== banner?.kind),
    next: ([1, 2, 3] as const).map((touchNumber) => ({
      touchNumber,
      due: due.get(touchNumber) ?? 0,
      isOn: { 1: one, 2: two, 3: three }[touchNumber].isOn,
    })),
    isPaused: settings.sending.isPaused,
    heldBy: heldBy(shop),
    readiness,
    readsAllOrders: shop.readsAllOrders,
    isTouchThreeOn: three.isOn,
  };
}

function setupSteps(
  { settings, postalAddress }: Shop,
  known: { readonly facts: ReadonlySet<SetupFact>; readonly isRead: boolean; readonly hasAccount: boolean },
) {
  const { facts, isRead, hasAccount } = known;
  const { brand, sending } = settings;
  return [
    { step: 'history', isDone: isRead },
    { step: 'pairings', isDone: facts.has('pairings_reviewed') },
    {
      step: 'sender',
      isDone: hasAccount || (brand.name !== null && (brand.postalAddress ?? postalAddress) !== ''),
    },
    { step: 'test', isDone: facts.has('test_sent') },
    { step: 'sequence', isDone: sending.isSequenceOn },
  ] as const;
}

function chooseBanner(input: {
  readonly shop: Shop;
  readonly progress: ImportProgress | null;
  readonly isOutbox: boolean;
  readonly minedAt: Instant | null;
  readonly now: Instant;
}): HomeBanner | null {
  const { shop, progress, isOutbox, minedAt, now } = input;
  if (shop.sendingPaused) return stopBanner(shop.sendingPaused);
  if (progress?.state === 'failed') return { kind: 'import_failed', error: progress.error ?? '' };
  if (shop.settings.sending.isPaused) return { kind: 'paused' };
  if (isOutbox) return { kind: 'outbox' };
  if (progress && progress.state !== 'done') return { kind: 'importing', ordersRead: progress.ordersRead };
  if (minedAt !== null && now - minedAt > STALE_ALARM_MS) return { kind: 'stale_pairings', minedAt };
  return null;
}

function stopBanner({ reason, detail }: NonNullable<Shop['sendingPaused']>): HomeBanner {
  return reason === 'paused_guardrail'
    ? { kind: 'guardrail', stop: parseStop(detail) }
    : { kind: 'sending_broken', detail };
}

/** A sequence that is off comes first: what is due then does not wait, it is skipped. */
function heldBy({ settings, sendingPaused }: Shop): Home['heldBy'] {
  if (!settings.sending.isSequenceOn) return 'sequence_off';
  if (sendingPaused) return 'stopped';
  return settings.sending.isPaused ? 'paused' : null;
}
