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
