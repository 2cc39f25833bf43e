import { shareCredit, type CreditShare } from '#core/attribution/credit-models';
import type { CreditedOrder, CreditedTouch } from '#core/attribution/tally-credit';
import type { Instant } from '#core/shared/time';
import type { Tools } from './ports';
import { sliceOf, type ReportChoice } from './report-choice';

/** An order, its touches in the order of their clicks with what the model gives to each. */
export type CreditedOrderRow = Omit<CreditedOrder, 'touches'> & {
  readonly touches: ReadonlyArray<CreditedTouch & CreditShare>;
};

export type CreditedOrders = {
  readonly rows: ReadonlyArray<CreditedOrderRow>;
  readonly revenueMinor: number; // the figure of the report
};

/**
 * The orders behind the attributed revenue of a report, the newest first, each shared out by the model.
 * In: shop, period, segment, model, now (ms). Out: all rows and their sum in minor units.
 */
export async function listCreditedOrders(
  { store }: Pick<Tools, 'store'>,
  { shopId, model, now, ...choice }: ReportChoice & { readonly shopId: string; readonly now: Instant },
): Promise<CreditedOrders> {
  const orders = await store.creditedOrders(shopId, sliceOf(choice, now));
  const rows = orders.map((order) => ({
    ...order,
    touches: shareCredit(model, order.touches, order.amountMinor),
  }));
  return { rows, revenueMinor: rows.reduce((sum, { amountMinor }) => sum + amountMinor, 0) };
}
