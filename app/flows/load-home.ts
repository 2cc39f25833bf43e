import type { TouchNumber } from '#core/sequence/touch';
import { DAY_MS, type Instant } from '#core/shared/time';
import { isUnreported } from './event-door';
import { findAttention, type Attention } from './find-attention';
import { loadReport, type Report } from './load-report';
import type { ImportProgress, Tools } from './ports';
import type { Shop } from './records';
import type { SetupFact } from './ports/home-store';

export type SetupStep = 'history' | 'pairings' | 'sender' | 'test' | 'sequence';

/** The one banner of the page, if any. */
export type HomeBanner =
  | { readonly kind: 'sending_broken'; readonly detail: string }
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
  /** The shop's own numbers where Encore is not worthwhile yet; null: it is, or they are not known yet. */
  readonly tooSmall: {
    readonly products: number;
    readonly ordersAMonth: number;
    readonly fewestProducts: number;
    readonly fewestOrdersAMonth: number;
  } | null;
};

const STALE_ALARM_MS = 180 * DAY_MS;
const MONTH_MS = 30 * DAY_MS;
/** Below these the counts behind pairings and lift stay too thin (R85). */
const FEWEST_PRODUCTS = 50;
const FEWEST_ORDERS_A_MONTH = 200;

/**
 * Everything that Home shows, from facts in the database alone.
 * In: shop, whether e-mails only go to the outbox folder where the shop has not chosen, now (ms). Out: the page; null for a shop that is not known.
 */
export async function loadHome(
  { store }: Pick<Tools, 'store'>,
  input: { readonly shopId: string; readonly isOutbox: boolean; readonly now: Instant },
): Promise<Home | null> {
  const { shopId, now } = input;
  const [account, shop, progress, facts, due, minedAt, size] = await Promise.all([
    store.sendingAccount(shopId),
    store.findShop(shopId),
    store.findImport(shopId),
    store.setupFacts(shopId),
    store.dueTouches(shopId, now + DAY_MS),
    store.pairingsMinedAt(shopId),
    store.shopSize(shopId, now - MONTH_MS),
  ]);
  if (!shop) return null;
  const { settings } = shop;
  const isRead = progress?.state === 'done';
  const isOutbox = account === null ? input.isOutbox : account.kind === 'outbox';
  const steps = setupSteps(shop, { facts, isRead, hasAccount: account?.kind === 'sendgrid' });
  const { one, two, three } = settings.touches;
  const [report, attention] = await Promise.all([
    isRead ? loadReport({ store }, { shopId, period: '90', segment: null, now }) : null,
    findAttention({ store }, { shopId, settings, isUnreported: isUnreported(account), due, now }),
  ]);
  const banner = chooseBanner({ shop, progress, isOutbox, minedAt, now });
  const isSmall = size.products < FEWEST_PRODUCTS || size.purchases < FEWEST_ORDERS_A_MONTH;
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
    tooSmall:
      isRead && isSmall
        ? {
            products: size.products,
            ordersAMonth: size.purchases,
            fewestProducts: FEWEST_PRODUCTS,
            fewestOrdersAMonth: FEWEST_ORDERS_A_MONTH,
          }
        : null,
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
  if (shop.sendingPaused) return { kind: 'sending_broken', detail: shop.sendingPaused.detail };
  if (progress?.state === 'failed') return { kind: 'import_failed', error: progress.error ?? '' };
  if (shop.settings.sending.isPaused) return { kind: 'paused' };
  if (isOutbox) return { kind: 'outbox' };
  if (progress && progress.state !== 'done') return { kind: 'importing', ordersRead: progress.ordersRead };
  if (minedAt !== null && now - minedAt > STALE_ALARM_MS) return { kind: 'stale_pairings', minedAt };
  return null;
}
