import { afterAll, describe, expect, it } from 'vitest';
import { closeConnections, createPrisma } from '#adapters/database/create-prisma';
import { createSessionRows } from '#adapters/database/session-rows';
import { createSealer } from '#adapters/shopify/seal-text';
import { SealedSessionStorage } from '#adapters/shopify/sealed-session-storage';
import { sessionIdOf } from '#adapters/shopify/session-id';
import { Session } from '@shopify/shopify-api';
import { freshDatabase } from '../../support/database';

const SHOP = 'one.myshopify.com';
const ID = sessionIdOf(SHOP);
const { url } = await freshDatabase();

function openProcess() {
  const prisma = createPrisma({ connectionString: url, connections: 4 });
  afterAll(() => closeConnections(prisma));
  return createSessionRows(prisma);
}

const session = (accessToken: string, expiresInMs: number) =>
  new Session({
    id: ID,
    shop: SHOP,
    state: '',
    isOnline: false,
    accessToken,
    refreshToken: 'r',
    expires: new Date(Date.now() + expiresInMs),
  });

describe('sessions in the database', () => {
  const rows = openProcess();

  it('are replaced by id, and are there for their own shop only', async () => {
    const row = {
      id: ID,
      shopId: SHOP,
      sealed: new Uint8Array([1, 2]),
      expires: new Date('2026-11-01T09:00:00Z'),
    };
    await rows.save(row);
    await rows.save({ ...row, sealed: new Uint8Array([3]) });
    expect(await rows.find(SHOP, ID)).toEqual({ ...row, sealed: new Uint8Array([3]) });
    expect(await rows.ofShop(SHOP)).toHaveLength(1);
    expect(await rows.find('two.myshopify.com', ID)).toBeNull();
    await rows.remove('two.myshopify.com', [ID]);
    expect(await rows.find(SHOP, ID)).not.toBeNull();
    await rows.remove(SHOP, [ID]);
    expect(await rows.find(SHOP, ID)).toBeNull();
  });

  it('are refreshed once for ten callers in two processes', async () => {
    const sealer = createSealer({ keyId: 'k1', secret: Buffer.alloc(32, 1) });
    let refreshes = 0;
    const refresh = async () => {
      refreshes += 1;
      return session(`new ${refreshes}`, 3_600_000);
    };
    const open = (rows: ReturnType<typeof openProcess>) =>
      new SealedSessionStorage({ rows, sealer, refresh });
    const [web, runner] = [open(openProcess()), open(openProcess())];
    await web.storeSession(session('old', 60_000));
    const callers = Array.from({ length: 10 }, (_, index) => (index % 2 === 0 ? web : runner));
    const loaded = await Promise.all(callers.map((storage) => storage.loadSession(ID)));
    expect(new Set(loaded.map((found) => found?.accessToken))).toEqual(new Set(['new 1']));
    expect(refreshes).toBe(1);
  });
});
