import { readFileSync, writeFileSync } from 'node:fs';
import { evaluateTouch } from '#core/decide/evaluate-touch';
import { touchInputOf } from '#flows/decide-touch';
import type { DueTouch } from '#flows/due-touch';
import { NOW } from './fill-deciding-shop';

/** What was decided about one touch, as one line. The decision itself is the same for everybody who takes part. */
export function decide(touch: DueTouch): string {
  if (touch.fetched === null) throw new Error(`the order ${touch.claim.orderId} was not told`);
  const input = touchInputOf({ touch, fetched: touch.fetched, onlyPairing: null, now: NOW });
  const { verdict, offer } = evaluateTouch(input);
  const chosen = offer.chosen;
  const what = [verdict.kind, verdict.kind === 'send' ? null : verdict.reason];
  return [touch.claim.touchId, ...what, chosen?.productId, chosen?.anchorProductId, offer.considered].join(
    ' ',
  );
}

/** How many statements all of it took, and what was decided. */
export type Decided = { readonly statementsPerBatch: number; readonly lines: ReadonlyArray<string> };

export function writeDecided(file: string, decided: Decided): void {
  writeFileSync(file, JSON.stringify(decided));
}

export function readDecided(file: string): Decided {
  return JSON.parse(readFileSync(file, 'utf8')) as Decided;
}
