import { MINUTE_MS } from '#core/shared/time';
import { customersOf } from './build-customers';
import { buildSeed, buildStoreOrder, INSTALLED_AT } from './build-seed';
import { startEncore, type RunningEncore } from './start-encore';

const ORDERED_AT = INSTALLED_AT + 60 * MINUTE_MS;
/** When both have their first email. */
export const BOTH_EMAILED_AT = ORDERED_AT + 30 * MINUTE_MS;

/** Two customers whom the default settings email. */
export function twoBuyers() {
  const [ada, bob] = customersOf('treatment', 2);
  if (!ada || !bob) throw new Error('two customers were wanted');
  return { ada, bob };
}

/** A shop in which each of the two has bought the machine and got touch 1. In: an empty database. */
export async function startWithTwoBuyers(databaseUrl: string): Promise<RunningEncore> {
  const { ada, bob } = twoBuyers();
  const orders = [
    buildStoreOrder('3001', ada, ORDERED_AT, ['1']),
    buildStoreOrder('3002', bob, ORDERED_AT, ['1']),
  ];
  const future = orders.map((order) => ({ at: order.createdAt, kind: 'order_paid' as const, order }));
  const seed = buildSeed({ customers: [ada, bob], future });
  const encore = await startEncore({ databaseUrl, seed, at: INSTALLED_AT });
  await encore.moveTo(BOTH_EMAILED_AT);
  return encore;
}
