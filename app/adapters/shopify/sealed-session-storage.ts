import type { Session } from '@shopify/shopify-api';
import type { SessionStorage } from '@shopify/shopify-app-session-storage';
import { MINUTE_MS } from '#core/shared/time';
import type { Sealer } from './seal-text';
import { openSession, sealSession } from './seal-session';
import { shopOfSessionId } from './session-id';
import type { SessionRows } from './session-rows';

/** As early as Shopify's own library would refresh. */
const REFRESH_WITHIN_MS = 5 * MINUTE_MS;

export type SessionTools = {
  readonly rows: SessionRows;
  readonly sealer: Sealer;
  /** Asks Shopify for a new pair of tokens; null: it refuses, for the refresh token is spent or the app uninstalled. */
  readonly refresh: (session: Session) => Promise<Session | null>;
};

/**
 * Keeps sessions sealed, and hands out offline sessions that are good for five more minutes at least. A refresh token
 * works once, so one refresh is under way per shop: callers in this process share it, other processes wait for the lock
 * and then find the new pair.
 */
export class SealedSessionStorage implements SessionStorage {
  readonly #tools: SessionTools;
  readonly #refreshing = new Map<string, Promise<Session | undefined>>();

  constructor(tools: SessionTools) {
    this.#tools = tools;
  }

  async storeSession(session: Session): Promise<boolean> {
    await this.#tools.rows.save(sealSession(this.#tools.sealer, session));
    return true;
  }

  async loadSession(id: string): Promise<Session | undefined> {
    const session = await this.#read(id);
    if (!session || !isDueForRefresh(session)) return session;
    const underWay = this.#refreshing.get(session.shop);
    if (underWay) return underWay;
    const refreshed = this.#refresh(id, session.shop).finally(() => this.#refreshing.delete(session.shop));
    this.#refreshing.set(session.shop, refreshed);
    return refreshed;
  }

  async deleteSession(id: string): Promise<boolean> {
    return this.deleteSessions([id]);
  }

  async deleteSessions(ids: string[]): Promise<boolean> {
    for (const id of ids) await this.#tools.rows.remove(shopOfSessionId(id), [id]);
    return true;
  }

  async findSessionsByShop(shop: string): Promise<Session[]> {
    const rows = await this.#tools.rows.ofShop(shop);
    return rows.map((row) => openSession(this.#tools.sealer, row));
  }

  async #read(id: string): Promise<Session | undefined> {
    const row = await this.#tools.rows.find(shopOfSessionId(id), id);
    return row ? openSession(this.#tools.sealer, row) : undefined;
  }

  #refresh(id: string, shop: string): Promise<Session | undefined> {
    return this.#tools.rows.whileLocked(shop, async () => {
      // Another process may have been faster while this one waited for the lock.
      const session = await this.#read(id);
      if (!session || !isDueForRefresh(session)) return session;
      const refreshed = await this.#tools.refresh(session);
      if (refreshed === null) return session;
      await this.storeSession(refreshed);
      return refreshed;
    });
  }
}

function isDueForRefresh(session: Session): boolean {
  return !session.isOnline && session.refreshToken !== undefined && session.isExpired(REFRESH_WITHIN_MS);
}
