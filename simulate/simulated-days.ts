import { DateTime } from 'luxon';
import type { StoreFacts } from './dev-store-client';
import type { SimulationOptions } from './options';

export type SimulatedDays = { readonly historyUntil: number; readonly to: number; readonly zone: string };

const DEFAULT_DAYS = 30;

/**
 * The two local midnights between which the simulation runs: by default the last 30 days before the last order's day
 * is over. Throws when they are out of order.
 */
export function simulatedDays(
  options: Pick<SimulationOptions, 'historyUntil' | 'to'>,
  facts: Pick<StoreFacts, 'zone' | 'lastOrderAt'>,
): SimulatedDays {
  const { zone, lastOrderAt } = facts;
  if (lastOrderAt === null)
    throw new Error('the store has no order with a date, so there is nothing to simulate');
  const midnight = (day: string) => DateTime.fromISO(day, { zone }).toMillis();
  const lastOrder = DateTime.fromMillis(lastOrderAt, { zone });
  const to =
    options.to === null ? lastOrder.startOf('day').plus({ days: 1 }).toMillis() : midnight(options.to);
  const historyUntil =
    options.historyUntil === null
      ? lastOrder.minus({ days: DEFAULT_DAYS }).startOf('day').toMillis()
      : midnight(options.historyUntil);
  if (historyUntil < to) return { historyUntil, to, zone };
  throw new Error(
    `history until ${options.historyUntil ?? '(default)'} is not before ${options.to ?? 'the end of the orders'}; choose an earlier --history-until or a later --to`,
  );
}
