import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAgenda } from '../clock/agenda';
import { createCallLog } from '../control/call-log';
import { createStoreServer } from '../http/create-server';
import { ROUTES } from '../http/routes';
import { createJournal, NO_JOURNAL } from '../journal/journal';
import { openJournalFile } from '../journal/journal-file';
import { replayJournal } from '../journal/replay';
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
  readonly journalPath?: string | undefined; // left out: what is done to the store is forgotten with it
  readonly isConducted?: boolean;
};

/** Opens the shops, lets their history up to `clock` have happened, and listens on the loopback address; with a journal
 * everything that was done to them before is done again first. */
export async function startStore({
  port,
  app,
  seeds,
  clock,
  wallClock,
  journalPath,
  isConducted = false,
}: StartOptions): Promise<RunningStore> {
  const file = journalPath === undefined ? null : openJournalFile(journalPath, seeds);
  const bulkFolder = openBulkFolder(journalPath);
  const shops = seeds.map(openShop);
  for (const shop of shops) applyHistory(shop, clock);
  const wallTime = (): number => store.replay?.wallMs ?? wallClock();
  const store: DevStore = {
    origin: '',
    app,
    clock: { now: clock },
    agenda: createAgenda(),
    shops: new Map(shops.map((shop) => [shop.shop.domain, shop])),
    tokens: createTokenBook(app.scopes.join(','), app.secret, wallTime),
    log: createCallLog(),
    bulkFolder,
    wallClock: wallTime,
    journal: file === null ? NO_JOURNAL : createJournal(file),
    replay: file === null ? null : { wallMs: wallClock(), afterwards: [] },
    conducting: isConducted ? { from: clock, target: clock } : null,
  };
  const server = createStoreServer(store, ROUTES);
  store.origin = `http://127.0.0.1:${await listen(server, port)}`;
  if (file !== null) await replayJournal(store, ROUTES, file.entries);
  const stop = async () => {
    await close(server);
    file?.close();
    if (file === null) rmSync(bulkFolder, { recursive: true, force: true });
  };
  return { url: store.origin, store, stop };
}

/** Results of bulk operations are kept as long as the store remembers them. */
function openBulkFolder(journalPath: string | undefined): string {
  if (journalPath === undefined) return mkdtempSync(join(tmpdir(), 'dev-store-'));
  const folder = `${journalPath}.bulk`;
  mkdirSync(folder, { recursive: true });
  return folder;
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
