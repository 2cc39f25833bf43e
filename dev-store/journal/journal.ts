import type { NewEntry } from './entry';
import type { JournalFile } from './journal-file';

/** What the journal looks at in a store. */
type Journaled = {
  readonly clock: { readonly now: number };
  readonly replay: object | null;
  readonly wallClock: () => number;
  readonly shops: ReadonlyMap<string, { readonly nextEvent: number }>;
};

/** Takes down what is done to the store, in the order in which it is done. */
export type Journal = {
  write(store: Journaled, entry: NewEntry): void;
  /** Everything until the store's present time was delivered; nothing is written when nothing happened since. */
  settled(store: Journaled): void;
};

/** The journal of a store that forgets what was done to it. */
export const NO_JOURNAL: Journal = { write: () => undefined, settled: () => undefined };

export function createJournal(file: JournalFile): Journal {
  let lastSettled = '';
  const append = (store: Journaled, entry: NewEntry) => {
    if (store.replay !== null) return;
    const happened = { at: store.clock.now, events: eventsOf(store), wallMs: store.wallClock() };
    file.append({ ...entry, ...happened });
  };
  return {
    write: (store, entry) => {
      append(store, entry);
      lastSettled = '';
    },
    settled: (store) => {
      const now = `${store.clock.now} ${eventsOf(store)}`;
      if (now === lastSettled) return;
      append(store, { kind: 'settled' });
      lastSettled = now;
    },
  };
}

/** How many of the seeds' events have happened, in all shops. */
export function eventsOf(store: Pick<Journaled, 'shops'>): number {
  return Array.from(store.shops.values()).reduce((sum, { nextEvent }) => sum + nextEvent, 0);
}
