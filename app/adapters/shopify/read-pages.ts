type Page<T> = {
  readonly nodes: ReadonlyArray<T>;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor?: string | null };
};

/** All pages of a connection, one after the other. In: what fetches the page after a cursor (null: the first). */
export async function* readPages<T>(
  fetchPage: (after: string | null) => Promise<Page<T>>,
): AsyncIterable<ReadonlyArray<T>> {
  let after: string | null = null;
  do {
    const page: Page<T> = await fetchPage(after);
    yield page.nodes;
    after = page.pageInfo.hasNextPage ? (page.pageInfo.endCursor ?? null) : null;
  } while (after !== null);
}

/**
 * All of a connection whose first page came with something else. In: that page, what fetches the one after a cursor
 * (undefined: what it belonged to is gone). Out: the nodes of all pages.
 */
export async function readRest<T>(
  first: Page<T>,
  fetchPage: (after: string) => Promise<Page<T> | undefined>,
): Promise<ReadonlyArray<T>> {
  const gone = { nodes: [], pageInfo: { hasNextPage: false } };
  const nodes: T[] = [];
  const pages = readPages(async (after) => (after === null ? first : ((await fetchPage(after)) ?? gone)));
  for await (const page of pages) nodes.push(...page);
  return nodes;
}
