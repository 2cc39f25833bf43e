import type { CandidateTrace } from '#core/decide/trace';

const PRODUCT = 'gid://shopify/Product/';

type Lists<List> = Readonly<Record<string, List>>;
type Stored = {
  readonly best: unknown;
  readonly others: Lists<string | ReadonlyArray<string>>;
  readonly weights?: unknown;
};

/** A trace as it is kept: the ids under each reason as one text of numbers, less than half of a list of GIDs. */
export function packTrace({ best, others, weights }: CandidateTrace): object {
  return {
    best,
    others: mapLists(others as Lists<ReadonlyArray<string>>, (ids) =>
      ids.map((id) => (isPlain(id) ? id.slice(PRODUCT.length) : id)).join(' '),
    ),
    weights,
  };
}

/** The trace again, from what is kept; rows of before have lists. In: the column's value, never null. */
export function unpackTrace(stored: unknown): {
  readonly best: unknown;
  readonly others: Lists<ReadonlyArray<string>>;
  readonly weights: unknown;
} {
  const { best, others, weights } = stored as Stored;
  return { best, weights, others: mapLists(others, (ids) => (typeof ids === 'string' ? idsIn(ids) : ids)) };
}

function idsIn(text: string): ReadonlyArray<string> {
  return text === '' ? [] : text.split(' ').map((id) => (/^\d+$/.test(id) ? PRODUCT + id : id));
}

function isPlain(id: string): boolean {
  return id.startsWith(PRODUCT) && /^\d+$/.test(id.slice(PRODUCT.length));
}

function mapLists<From, To>(lists: Lists<From>, change: (list: From) => To): Lists<To> {
  return Object.fromEntries(Object.entries(lists).map(([reason, list]) => [reason, change(list)]));
}
