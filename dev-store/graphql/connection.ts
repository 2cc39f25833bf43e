import { GraphQLError } from 'graphql';

const LARGEST_PAGE = 250;

export type PageArguments = {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
  readonly reverse?: boolean | null;
};

/** Where an item stands: what the list is sorted by, then its id. A cursor holds it, so that paging goes on at the
 * right place although items came, went or moved in the meantime. */
export type Position = readonly [number | string, string];

export type Connection = {
  readonly nodes: () => ReadonlyArray<object>;
  readonly edges: () => ReadonlyArray<object>;
  readonly pageInfo: () => object;
  /** All of the list without paging, one by one: for bulk operations. */
  readonly everyNode: () => Iterable<object>;
};

/** A connection over items that stand in ascending order of their positions. Nothing is turned into a node before it
 * is asked for. */
export function connect<T>(
  ascending: ReadonlyArray<T>,
  page: PageArguments,
  toNode: (item: T) => object,
  positionOf: (item: T, index: number) => Position,
): Connection {
  let cut: Cut<T> | null = null;
  const cutOnce = () => (cut ??= cutPage(ascending, page, positionOf));
  return {
    nodes() {
      return cutOnce().items.map(({ item }) => toNode(item));
    },
    edges() {
      return cutOnce().items.map(({ item, cursor }) => ({ cursor, node: toNode(item) }));
    },
    pageInfo() {
      const { items, hasNextPage, hasPreviousPage } = cutOnce();
      return {
        hasNextPage,
        hasPreviousPage,
        startCursor: items[0]?.cursor ?? null,
        endCursor: items.at(-1)?.cursor ?? null,
      };
    },
    everyNode: function* () {
      for (const item of page.reverse === true ? ascending.toReversed() : ascending) yield toNode(item);
    },
  };
}

/** A connection over a list that is in its own order and never changes. */
export function connectList<T>(
  items: ReadonlyArray<T>,
  page: PageArguments,
  toNode: (item: T) => object,
): Connection {
  return connect(items, page, toNode, (_, index) => [index, '']);
}

type Cut<T> = {
  readonly items: ReadonlyArray<{ readonly item: T; readonly cursor: string }>;
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
};

function cutPage<T>(
  ascending: ReadonlyArray<T>,
  page: PageArguments,
  positionOf: (item: T, index: number) => Position,
): Cut<T> {
  const size = pageSize(page);
  const after = page.after == null ? null : decodeCursor(page.after);
  const isReverse = page.reverse === true;
  const count = ascending.length;
  const items: Array<{ item: T; cursor: string }> = [];
  let skipped = 0;
  for (let step = 0; step < count; step += 1) {
    const index = isReverse ? count - 1 - step : step;
    const item = ascending[index];
    if (item === undefined) continue;
    const position = positionOf(item, index);
    if (after !== null) {
      const order = comparePositions(position, after);
      if (isReverse ? order >= 0 : order <= 0) {
        skipped += 1;
        continue;
      }
    }
    if (items.length === size) return { items, hasNextPage: true, hasPreviousPage: skipped > 0 };
    items.push({ item, cursor: encodeCursor(position) });
  }
  return { items, hasNextPage: false, hasPreviousPage: skipped > 0 };
}

function pageSize({ first, last, before }: PageArguments): number {
  if (last != null || before != null) {
    throw new GraphQLError('the dev store pages forward only: use first and after');
  }
  if (first == null) throw new GraphQLError('you must provide one of first or last');
  if (first < 0 || first > LARGEST_PAGE) {
    throw new GraphQLError(`first is ${first}, but a page holds at most ${LARGEST_PAGE}`);
  }
  return first;
}

/** Values first; ids as numbers where they are such, so that 999 stands before 1000. */
export function comparePositions(a: Position, b: Position): number {
  if (a[0] !== b[0]) return a[0] < b[0] ? -1 : 1;
  return a[1].length - b[1].length || (a[1] < b[1] ? -1 : a[1] > b[1] ? 1 : 0);
}

function encodeCursor(position: Position): string {
  return Buffer.from(JSON.stringify(position)).toString('base64');
}

function decodeCursor(cursor: string): Position {
  try {
    const [value, id]: ReadonlyArray<unknown> = JSON.parse(Buffer.from(cursor, 'base64').toString());
    if ((typeof value === 'number' || typeof value === 'string') && typeof id === 'string')
      return [value, id];
  } catch {
    // Not base64 of JSON: the same answer as for a cursor of another shape.
  }
  throw new GraphQLError(`"${cursor}" is not a cursor of this connection: take it from pageInfo.endCursor`);
}
