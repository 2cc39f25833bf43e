import type { DevStore } from '../shop/dev-store';
import { advanceClock } from './advance-clock';

/** Starts what is due now without waiting for it: the app that caused it must get its answer first. */
export function deliverSoon(store: DevStore): void {
  setImmediate(() => {
    advanceClock(store, store.clock.now).catch((error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    });
  });
}
