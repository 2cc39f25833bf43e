import type { Agenda } from '../clock/agenda';
import type { CallLog } from '../control/call-log';
import type { Journal } from '../journal/journal';
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

/** What is known while the journal is done once more. */
export type Replay = {
  readonly wallMs: number; // real time then
  readonly afterwards: Array<() => void>; // what was begun and has to be begun again unless its end comes
};

/** Where the clock was and where it is to go; the conductor takes it there. */
export type Conducting = { readonly from: Instant; readonly target: Instant };

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
  readonly journal: Journal;
  replay: Replay | null; // null: what happens happens for the first time
  conducting: Conducting | null; // null: the clock is moved by whoever calls
};
