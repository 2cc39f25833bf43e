import type { Instant } from '../model';
import { applyNextEvent } from '../shop/apply-event';
import type { DevStore } from '../shop/dev-store';
import { shopOfNextEvent } from './happenings';

const CALLS_AT_ONCE = 16;

const running = new WeakMap<DevStore, Promise<void>>();

/** Moves the clock forward to `to`. Everything due until then happens in order, each thing at its own time, and every
 * call of one instant is answered before the next instant begins. One move at a time: a second one waits. */
export function advanceClock(store: DevStore, to: Instant): Promise<void> {
  // A replay has its own order of things.
  if (store.replay !== null) return Promise.resolve();
  const before = running.get(store) ?? Promise.resolve();
  const move = before.then(() => moveTo(store, to));
  // A failed move must not fail those that wait behind it.
  running.set(
    store,
    move.catch(() => undefined),
  );
  return move;
}

async function moveTo(store: DevStore, to: Instant): Promise<void> {
  const inFlight = new Set<Promise<void>>();
  const settle = () => Promise.all(inFlight);

  for (;;) {
    const eventShop = shopOfNextEvent(store);
    const eventAt = eventShop?.events[eventShop.nextEvent]?.at ?? Infinity;
    const agendaAt = store.agenda.nextAt(null) ?? Infinity;
    const at = Math.min(eventAt, agendaAt);
    if (at > store.clock.now || at > to) {
      // A retry of a failed call may be due before `at`.
      if (inFlight.size > 0) {
        await settle();
        continue;
      }
      if (at > to) break;
      store.clock.now = at;
    }
    if (eventShop !== null && eventAt < agendaAt) {
      applyNextEvent(store, eventShop);
      continue;
    }
    const item = store.agenda.take(to);
    if (item === null) continue;
    if (item.kind === 'act') {
      await settle();
      await item.run();
      continue;
    }
    if (inFlight.size >= CALLS_AT_ONCE) await Promise.race(inFlight);
    const call: Promise<void> = item.run().finally(() => inFlight.delete(call));
    inFlight.add(call);
  }
  store.clock.now = Math.max(store.clock.now, to);
  store.journal.settled(store);
}
