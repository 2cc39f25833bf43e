import { enrolOrder } from '#flows/enrol-order';
import { recordOrders } from '#flows/record-orders';
import { MINUTE_MS, SECOND_MS } from '#core/shared/time';
import { advanceClock } from '../../dev-store/clock/advance-clock';
import { buildSeed, buildStoreCustomer, buildStoreOrder, INSTALLED_AT } from './build-seed';
import { startEncore, type RunningEncore } from './start-encore';

const ENROLLED_AT_ONCE = 6;

/**
 * A shop in which so many customers bought the machine within an hour, one order each, and touch 1 of every one is due
 * now. Its webhooks came and are worked off. In: empty database, how many, what differs in the environment.
 */
export async function startWithDueTouches(input: {
  readonly databaseUrl: string;
  readonly customers: number;
  readonly over?: Readonly<Record<string, string>>;
}): Promise<RunningEncore> {
  const firstAt = INSTALLED_AT + MINUTE_MS;
  const customers = Array.from({ length: input.customers }, (_, index) =>
    buildStoreCustomer(String(100_000 + index)),
  );
  const orders = customers.map((customer, index) =>
    buildStoreOrder(String(500_000 + index), customer, firstAt + index * 3 * SECOND_MS, ['1']),
  );
  const lastAt = orders.at(-1)?.createdAt ?? firstAt;
  const future = orders.map((order) => ({ at: order.createdAt, kind: 'order_paid' as const, order }));
  const seed = buildSeed({ customers, future });
  const { databaseUrl, over } = input;
  const encore = await startEncore({ databaseUrl, seed, at: INSTALLED_AT, over, accepts: () => false });
  await advanceClock(encore.devStore.store, lastAt);

  const { tools, shopId } = encore;
  const waiting = [
    ...(await tools.admin.fetchOrders(
      shopId,
      orders.map(({ id }) => `gid://shopify/Order/${id}`),
    )),
  ];
  await recordOrders(tools, { shopId, orders: waiting.map(({ order }) => order) });
  const enrolAll = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift())
      await enrolOrder(tools, { ...next, shopId, now: lastAt });
  };
  await Promise.all(Array.from({ length: ENROLLED_AT_ONCE }, enrolAll));
  await advanceClock(encore.devStore.store, lastAt + 21 * MINUTE_MS);
  return encore;
}
