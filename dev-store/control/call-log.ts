import type { Instant, ShopperAnswer } from '../model';

export type DeliveryEntry = {
  readonly at: Instant;
  readonly shop: string;
  readonly topic: string;
  readonly webhookId: string;
  readonly attempt: number;
  readonly status: number; // 0 = nobody answered
  readonly isDelivered: boolean;
};

export type ApiEntry = {
  readonly at: Instant;
  readonly shop: string;
  readonly api: 'admin' | 'storefront' | 'oauth';
  readonly operation: string;
  readonly status: number;
};

export type AnswerEntry = {
  readonly at: Instant;
  readonly shop: string;
  readonly kind: ShopperAnswer['kind'];
  readonly to: string;
  readonly status: number; // 0 = nobody answered
  readonly orderId: string | null; // what was bought
};

export type LogEntry = DeliveryEntry | ApiEntry | AnswerEntry;

export type CallCounts = {
  delivered: number;
  failed: number;
  lost: number;
  adminCalls: number;
  storefrontCalls: number;
  tokenExchanges: number;
  tokenRefreshes: number;
  refusedRefreshes: number;
  unsubscribes: number;
  clicks: number;
  purchases: number; // by clicking
};

export type CallLog = {
  addDelivery(entry: DeliveryEntry): void;
  addCall(entry: ApiEntry): void;
  addAnswer(entry: AnswerEntry): void;
  countLost(shop: string): void;
  counts(shop: string): CallCounts;
  totals(): { readonly delivered: number; readonly failed: number };
  recent(): ReadonlyArray<LogEntry>;
};

const KEPT_ENTRIES = 500;

/** The last calls in both directions, and counts of all of them. */
export function createCallLog(): CallLog {
  const entries: LogEntry[] = [];
  const countsByShop = new Map<string, CallCounts>();
  const totals = { delivered: 0, failed: 0 };

  const keep = (entry: LogEntry) => {
    entries.push(entry);
    // Cut in blocks: shifting at every call would cost more than the call.
    if (entries.length >= 2 * KEPT_ENTRIES) entries.splice(0, KEPT_ENTRIES);
  };
  const counts = (shop: string): CallCounts => {
    const known = countsByShop.get(shop);
    if (known !== undefined) return known;
    const fresh = {
      delivered: 0,
      failed: 0,
      lost: 0,
      adminCalls: 0,
      storefrontCalls: 0,
      tokenExchanges: 0,
      tokenRefreshes: 0,
      refusedRefreshes: 0,
      unsubscribes: 0,
      clicks: 0,
      purchases: 0,
    };
    countsByShop.set(shop, fresh);
    return fresh;
  };

  return {
    addDelivery: (entry) => {
      const outcome = entry.isDelivered ? 'delivered' : 'failed';
      counts(entry.shop)[outcome] += 1;
      totals[outcome] += 1;
      keep(entry);
    },
    addCall: (entry) => {
      if (entry.api === 'admin') counts(entry.shop).adminCalls += 1;
      if (entry.api === 'storefront') counts(entry.shop).storefrontCalls += 1;
      keep(entry);
    },
    addAnswer: (entry) => {
      const count = counts(entry.shop);
      if (entry.kind === 'unsubscribe') count.unsubscribes += 1;
      else count.clicks += 1;
      if (entry.orderId !== null) count.purchases += 1;
      keep(entry);
    },
    countLost: (shop) => void (counts(shop).lost += 1),
    counts,
    totals: () => ({ ...totals }),
    recent: () => entries.slice(-KEPT_ENTRIES),
  };
}
