import type { Instant } from '../model';

/** Something that is due at a time. A `call` waits for an answer from outside and may run beside others of the same
 * instant; an `act` runs alone, after every call before it was answered. */
export type AgendaItem = {
  readonly at: Instant;
  readonly shop: string;
  readonly kind: 'call' | 'act';
  readonly run: () => Promise<void>;
};

type Ranked = AgendaItem & { readonly rank: number };

export type Agenda = {
  add(item: AgendaItem): void;
  /** The earliest item not after `to`, taken out; null when none is due. */
  take(to: Instant): AgendaItem | null;
  /** The earliest time of any item of the shop; of any shop when it is null. */
  nextAt(shop: string | null): Instant | null;
  count(shop: string): number;
};

/** A binary heap by time, then by the order of adding. */
export function createAgenda(): Agenda {
  const heap: Ranked[] = [];
  let added = 0;

  const isBefore = (a: Ranked, b: Ranked) => a.at < b.at || (a.at === b.at && a.rank < b.rank);

  const rise = (item: Ranked) => {
    let index = heap.push(item) - 1;
    while (index > 0) {
      const parentIndex = (index - 1) >> 1;
      const parent = heap[parentIndex];
      if (parent === undefined || isBefore(parent, item)) break;
      heap[index] = parent;
      heap[parentIndex] = item;
      index = parentIndex;
    }
  };

  const sink = (item: Ranked) => {
    let index = 0;
    heap[0] = item;
    for (;;) {
      let childIndex = 2 * index + 1;
      const left = heap[childIndex];
      if (left === undefined) return;
      const right = heap[childIndex + 1];
      let child = left;
      if (right !== undefined && isBefore(right, left)) {
        child = right;
        childIndex += 1;
      }
      if (isBefore(item, child)) return;
      heap[index] = child;
      heap[childIndex] = item;
      index = childIndex;
    }
  };

  return {
    add: (item) => rise({ ...item, rank: added++ }),
    take: (to) => {
      const first = heap[0];
      if (first === undefined || first.at > to) return null;
      const last = heap.pop();
      if (last !== undefined && last !== first) sink(last);
      return first;
    },
    nextAt: (shop) => {
      if (shop === null) return heap[0]?.at ?? null;
      return heap.reduce<Instant | null>(
        (earliest, item) =>
          item.shop === shop && (earliest === null || item.at < earliest) ? item.at : earliest,
        null,
      );
    },
    count: (shop) => heap.filter((item) => item.shop === shop).length,
  };
}
