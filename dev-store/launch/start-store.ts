import { mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAgenda } from '../clock/agenda';
import { createCallLog } from '../control/call-log';
import { createStoreServer } from '../http/create-server';
import { ROUTES } from '../http/routes';
import type { Instant, StoreSeed } from '../model';
import { createTokenBook } from '../oauth/token-book';
import { applyHistory } from '../shop/apply-event';
import type { DevStore, InstalledApp } from '../shop/dev-store';
import { openShop } from '../shop/shop-state';

export type RunningStore = {
  readonly url: string;
  readonly store: DevStore;
  readonly stop: () => Promise<void>;
};

export type StartOptions = {
  readonly port: number; // 0 = a free one
  readonly app: InstalledApp;
  readonly seeds: ReadonlyArray<StoreSeed>;
  readonly clock: Instant;
  readonly wallClock: () => number;
};

/** Opens the shops, lets their history up to `clock` have happened, and listens on the loopback address. */
export async function startStore({
  port,
  app,
  seeds,
  clock,
  wallClock,
}: StartOptions): Promise<RunningStore> {
  const bulkFolder = mkdtempSync(join(tmpdir(), 'dev-store-'));
  const shops = seeds.map(openShop);
  for (const shop of shops) applyHistory(shop, clock);
  const store: DevStore = {
    origin: '',
    app,
    clock: { now: clock },
    agenda: createAgenda(),
    shops: new Map(shops.map((shop) => [shop.shop.domain, shop])),
    tokens: createTokenBook(app.scopes.join(','), wallClock),
    log: createCallLog(),
    bulkFolder,
    wallClock,
  };
  const server = createStoreServer(store, ROUTES);
  store.origin = `http://127.0.0.1:${await listen(server, port)}`;
  const stop = async () => {
    await close(server);
    rmSync(bulkFolder, { recursive: true, force: true });
  };
  return { url: store.origin, store, stop };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(portOf(server.address())));
  });
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string')
    throw new Error(`the server listens on ${address}, not on a port`);
  return address.port;
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
