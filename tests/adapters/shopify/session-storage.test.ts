import { Session } from '@shopify/shopify-api';
import { describe, expect, it } from 'vitest';
import { createSealer } from '#adapters/shopify/seal-text';
import { SealedSessionStorage } from '#adapters/shopify/sealed-session-storage';
import { sessionIdOf } from '#adapters/shopify/session-id';
import { aSeed, SHOP } from './small-shop';
import { memorySessionRows } from './memory-session-rows';
import { openShop } from './open-shop';

const MINUTE = 60_000;
const ID = sessionIdOf(SHOP);

async function withMinutesLeft(minutes: number) {
  const opened = await openShop(aSeed({}));
  opened.session.expires = new Date(Date.now() + minutes * MINUTE);
  await opened.sessions.storeSession(opened.session);
  return opened;
}

describe('an offline session', () => {
  it('with four minutes left is refreshed before it is handed out', async () => {
    const { sessions, session, counts } = await withMinutesLeft(4);
    const loaded = await sessions.loadSession(ID);
    expect(loaded?.accessToken).not.toBe(session.accessToken);
    expect(loaded?.isExpired(50 * MINUTE)).toBe(false);
    expect(counts().tokenRefreshes).toBe(1);
  });

  it('with six minutes left is handed out as it is', async () => {
    const { sessions, session, counts } = await withMinutesLeft(6);
    expect((await sessions.loadSession(ID))?.accessToken).toBe(session.accessToken);
    expect(counts().tokenRefreshes).toBe(0);
  });

  it('is refreshed once for ten callers at once, in one process and in two', async () => {
    const { sessions, openSessions, counts } = await withMinutesLeft(1);
    const otherProcess = openSessions();
    const callers = Array.from({ length: 10 }, (_, index) => (index % 2 === 0 ? sessions : otherProcess));
    const loaded = await Promise.all(callers.map((storage) => storage.loadSession(ID)));
    expect(new Set(loaded.map((session) => session?.accessToken)).size).toBe(1);
    expect(counts()).toMatchObject({ tokenRefreshes: 1, refusedRefreshes: 0 });
  });

  it('whose refresh token is spent is handed out as it is, for the next visit to the app renews it', async () => {
    const { sessions, session, counts } = await withMinutesLeft(1);
    session.refreshToken = 'shprt_spent';
    await sessions.storeSession(session);
    expect((await sessions.loadSession(ID))?.accessToken).toBe(session.accessToken);
    expect(counts()).toMatchObject({ tokenRefreshes: 0, refusedRefreshes: 1 });
  });

  it('that was deleted is gone, and so is a shop without any', async () => {
    const { sessions } = await withMinutesLeft(30);
    expect(await sessions.findSessionsByShop(SHOP)).toHaveLength(1);
    await sessions.deleteSession(ID);
    expect(await sessions.loadSession(ID)).toBeUndefined();
    expect(await sessions.findSessionsByShop(SHOP)).toEqual([]);
  });
});

describe('a sealed session', () => {
  const sealed = (keyId = 'k1', byte = 1) => createSealer({ keyId, secret: Buffer.alloc(32, byte) });
  const session = () =>
    new Session({
      id: ID,
      shop: SHOP,
      state: '',
      isOnline: false,
      accessToken: 'shpat_secret',
      refreshToken: 'shprt_secret',
    });
  const storageOn = (rows: ReturnType<typeof memorySessionRows>, sealer = sealed()) =>
    new SealedSessionStorage({ rows, sealer, refresh: async () => null });

  it('shows no token in the database and opens as it was', async () => {
    const rows = memorySessionRows();
    await storageOn(rows).storeSession(session());
    const bytes = Buffer.from(rows.rows.get(ID)?.sealed ?? []).toString('latin1');
    expect(bytes).not.toContain('secret');
    expect((await storageOn(rows).loadSession(ID))?.toObject()).toMatchObject(session().toObject());
  });

  it('does not open for another shop, nor after a byte was changed', async () => {
    const rows = memorySessionRows();
    await storageOn(rows).storeSession(session());
    const row = rows.rows.get(ID);
    if (!row) throw new Error('nothing was stored');
    const other = sessionIdOf('other.myshopify.com');
    rows.rows.set(other, { ...row, id: other, shopId: 'other.myshopify.com' });
    await expect(storageOn(rows).loadSession(other)).rejects.toThrow();
    rows.rows.set(ID, {
      ...row,
      sealed: row.sealed.map((byte, at) => (at === row.sealed.length - 1 ? byte ^ 1 : byte)),
    });
    await expect(storageOn(rows).loadSession(ID)).rejects.toThrow();
  });

  it('of an old key opens while that key is kept, and names it when it is not', async () => {
    const rows = memorySessionRows();
    await storageOn(rows).storeSession(session());
    const both = createSealer(
      { keyId: 'k2', secret: Buffer.alloc(32, 2) },
      { keyId: 'k1', secret: Buffer.alloc(32, 1) },
    );
    expect((await storageOn(rows, both).loadSession(ID))?.accessToken).toBe('shpat_secret');
    await expect(storageOn(rows, sealed('k2', 2)).loadSession(ID)).rejects.toThrow(
      /key "k1", which is not configured/,
    );
  });
});
