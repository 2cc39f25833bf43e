import type { Agenda } from '../clock/agenda';
import type { CallLog } from '../control/call-log';
import type { Instant } from '../model';
import type { TokenBook } from '../oauth/token-book';
import type { Subscriptions } from '../webhooks/app-config';
import type { ShopState } from './shop-state';

/** The app that is installed in every shop of this process. */
export type InstalledApp = {
  readonly url: string;
  readonly key: string;
  readonly secret: string;
  readonly scopes: ReadonlyArray<string>;
  readonly subscriptions: Subscriptions;
};

/** One process: several shops under one stepped clock. */
export type DevStore = {
  origin: string; // known once the server listens
  readonly app: InstalledApp;
  readonly clock: { now: Instant };
  readonly agenda: Agenda;
  readonly shops: ReadonlyMap<string, ShopState>; // by domain
  readonly tokens: TokenBook;
  readonly log: CallLog;
  readonly bulkFolder: string;
  readonly wallClock: () => number; // token lifetimes only
};
