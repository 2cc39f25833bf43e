const OFFLINE = 'offline_';

/** The offline session of a shop. Encore uses no others: what it does, it does for the shop. */
export function sessionIdOf(shopId: string): string {
  return OFFLINE + shopId;
}

/** In: a session's id. Out: its shop. Throws on the id of an online session. */
export function shopOfSessionId(id: string): string {
  if (!id.startsWith(OFFLINE))
    throw new Error(`"${id}" is no offline session; Encore keeps only ${OFFLINE}<shop>`);
  return id.slice(OFFLINE.length);
}
