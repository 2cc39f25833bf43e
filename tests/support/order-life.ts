import { z } from 'zod';
import { advanceClock } from '../../dev-store/clock/advance-clock';
import type { RunningEncore } from './start-encore';
import type { Webhook } from './webhook-door';

/** What may happen to an order after it was placed; `touch_due` is nothing but the minutes until its first touch. */
export type LifeStep = 'paid' | 'refunded' | 'cancelled' | 'touch_due';

/** One order of one customer in the local store. Each step answers with what the store told about it. */
export type OrderLife = {
  readonly customerId: string;
  readonly orderId: string;
  readonly placed: ReadonlyArray<Webhook>;
  readonly happen: (
    step: Exclude<LifeStep, 'touch_due'>,
    givenBack: string,
  ) => Promise<ReadonlyArray<Webhook>>;
};

const placedOrder = z.object({
  id: z.string(),
  lines: z.array(z.object({ id: z.string(), productId: z.string() })),
});

/** Steers the store by hand. In: path and body of one of its controls. Out: its answer. */
export async function postToStore({ devStore }: RunningEncore, path: string, body: object): Promise<unknown> {
  const response = await fetch(new URL(path, devStore.url), { method: 'POST', body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
  return response.json();
}

/** Places an order at the store's present time. A refund gives back the line of the named product. */
export async function placeOrder(
  encore: RunningEncore,
  order: {
    readonly customerId: string;
    readonly productIds: ReadonlyArray<string>;
    readonly isPaid: boolean;
  },
): Promise<OrderLife> {
  const from = encore.webhooks.length;
  const { customerId, isPaid } = order;
  const lines = order.productIds.map((productId) => ({ productId }));
  const placed = placedOrder.parse(await postToStore(encore, '/_dev/orders', { customerId, lines, isPaid }));
  const bodyOf = (step: string, givenBack: string) => {
    const line = placed.lines.find(({ productId }) => productId === givenBack);
    return step === 'refunded' ? { lines: line ? [{ lineId: line.id, quantity: 1 }] : [] } : {};
  };
  const paths = { paid: 'pay', refunded: 'refund', cancelled: 'cancel' };
  return {
    customerId,
    orderId: placed.id,
    placed: encore.webhooks.slice(from),
    happen: async (step, givenBack) => {
      const before = encore.webhooks.length;
      await postToStore(encore, `/_dev/orders/${placed.id}/${paths[step]}`, bodyOf(step, givenBack));
      return encore.webhooks.slice(before);
    },
  };
}

/** Lets time pass in the store alone. */
export async function pass({ devStore }: RunningEncore, ms: number): Promise<void> {
  await advanceClock(devStore.store, devStore.store.clock.now + ms);
}
