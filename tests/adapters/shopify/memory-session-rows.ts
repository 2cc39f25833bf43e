import type { SessionRow, SessionRows } from '#adapters/shopify/session-rows';

/** Sessions in memory, with a lock that really makes the second wait for the first. */
export function memorySessionRows(): SessionRows & { readonly rows: Map<string, SessionRow> } {
  const rows = new Map<string, SessionRow>();
  let last: Promise<unknown> = Promise.resolve();
  return {
    rows,
    find: async (shopId, id) => {
      const row = rows.get(id);
      return row?.shopId === shopId ? row : null;
    },
    ofShop: async (shopId) => [...rows.values()].filter((row) => row.shopId === shopId),
    save: async (row) => void rows.set(row.id, row),
    remove: async (_shopId, ids) => ids.forEach((id) => rows.delete(id)),
    whileLocked: async (_shopId, work) => {
      const mine = last.then(work);
      last = mine.catch(() => undefined);
      return mine;
    },
  };
}
