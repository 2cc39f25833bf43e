import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { finishBulkOperation } from '../bulk/finish-bulk-operation';
import { answerCall } from '../http/answer-call';
import type { Route } from '../http/route';
import { shopOfNextEvent } from '../clock/happenings';
import type { Instant } from '../model';
import { applyNextEvent } from '../shop/apply-event';
import type { DevStore } from '../shop/dev-store';
import { takeAnswer } from '../shoppers/take-answer';
import type { JournalEntry } from './entry';
import { eventsOf } from './journal';

/**
 * Does to the store once more what the journal says was done to it, in the same order and at the same times. The app is
 * told nothing: deliveries count as made, except those of the last moment when nothing says that they were.
 */
export async function replayJournal(
  store: DevStore,
  routes: ReadonlyArray<Route>,
  entries: ReadonlyArray<JournalEntry>,
): Promise<void> {
  const afterwards: Array<() => void> = [];
  for (const entry of entries) {
    store.replay = { wallMs: entry.wallMs, afterwards };
    letEventsHappen(store, entry.events);
    // Everything of one moment is over before the next begins.
    await runDue(store, entry.kind === 'settled' ? entry.at : entry.at - 1);
    store.clock.now = entry.at;
    await redo(store, routes, entry);
  }
  store.replay = null;
  for (const begin of afterwards) begin();
}

async function redo(store: DevStore, routes: ReadonlyArray<Route>, entry: JournalEntry): Promise<void> {
  if (entry.kind === 'settled') return;
  if (entry.kind === 'call') {
    const { method, url, headers, body } = entry;
    await answerCall(store, routes, { method, url, headers, body }, unheardResponse());
    return;
  }
  const shop = store.shops.get(entry.shop);
  if (shop === undefined) throw new Error(`the journal names ${entry.shop}, which is not open: start over`);
  if (entry.kind === 'answer') {
    const cart = entry.cartId === null ? null : (shop.carts.get(entry.cartId) ?? null);
    takeAnswer(store, shop, { ...entry, kind: entry.answer, cart });
  } else {
    const operation = shop.bulkOperations.get(entry.operationId);
    if (operation !== undefined)
      finishBulkOperation(store, shop, Object.assign(operation, pickResult(entry)));
  }
}

const pickResult = (entry: Extract<JournalEntry, { kind: 'bulk_finished' }>) => ({
  status: entry.status,
  objectCount: entry.objectCount,
  rootObjectCount: entry.rootObjectCount,
  fileSize: entry.fileSize,
});

function letEventsHappen(store: DevStore, until: number): void {
  while (eventsOf(store) < until) {
    const shop = shopOfNextEvent(store);
    if (shop === null)
      throw new Error('the journal is of a store with more orders than this one: start over');
    store.clock.now = Math.max(store.clock.now, shop.events[shop.nextEvent]?.at ?? 0);
    applyNextEvent(store, shop);
  }
}

async function runDue(store: DevStore, until: Instant): Promise<void> {
  for (;;) {
    const item = store.agenda.take(until);
    if (item === null) return;
    store.clock.now = Math.max(store.clock.now, item.at);
    await item.run();
  }
}

/** What was answered then was heard then. */
function unheardResponse(): ServerResponse {
  return new ServerResponse(new IncomingMessage(new Socket()));
}
