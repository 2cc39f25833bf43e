import { buildLiftReport, type LiftReport } from '#core/lift/lift-report';
import type { Instant } from '#core/shared/time';
import type { Tools } from './ports';

const HORIZON_DAYS = 90;
/** Where the always-valid interval is narrowest; GrowthBook's default. */
const PLANNED_SAMPLE = 5000;

/**
 * The lift of a shop's running experiment, by intention to treat over 90 days.
 * In: shop, as-of instant (ms). Out: the report, or null for a shop that is not known.
 */
export async function reportLift(
  { store }: Pick<Tools, 'store'>,
  input: { readonly shopId: string; readonly asOf: Instant },
): Promise<LiftReport | null> {
  const shop = await store.findShop(input.shopId);
  if (!shop) return null;
  const units = await store.liftUnits(input.shopId);

  return buildLiftReport({
    units: units.map((unit) => ({
      ...unit,
      orders: unit.orders.map((order) => ({
        orderId: order.orderId,
        createdAt: order.confirmedAt,
        cancelledAt: null, // cancelled orders are no purchases, so none is among them
        subtotalMinor: order.valueMinor,
        refunds: [{ refundedAt: order.confirmedAt, amountMinor: order.valueMinor - order.netMinor }],
      })),
    })),
    holdoutShare: shop.settings.holdoutPercent / 100,
    asOf: input.asOf,
    currency: shop.currency,
    horizonDays: HORIZON_DAYS,
    plannedSample: PLANNED_SAMPLE,
  });
}
