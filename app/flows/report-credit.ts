import { CREDIT_MODELS, type CreditModel } from '#core/attribution/credit-models';
import { tallyCredit, type CreditTally } from '#core/attribution/tally-credit';
import { HORIZONS_DAYS } from '#core/lift/horizons';
import type { Interval } from '#core/lift/per-arm';
import type { LiftView } from './describe-lift';
import type { Tools } from './ports';
import type { ReportSlice } from './ports/report-store';

const [HORIZON_DAYS] = HORIZONS_DAYS;

type LiftFigures = Pick<LiftView, 'isShown' | 'rows' | 'analysed'>;

/** What touched orders, in minor units net of refunds. Never a lift. */
export type Attributed = CreditTally & {
  readonly perEmailMinor: number | null; // null: nothing was sent about an order in the shop's currency
  readonly models: ReadonlyArray<CreditTally>; // each of them, for comparison
  /** What the held-out group proves as a fraction of what is attributed to the same customers; null: not to be shown. */
  readonly incremental: { readonly ratio: number; readonly interval: Interval } | null;
};

/**
 * The attributed revenue of a slice under every model, and how much of such revenue the lift says is incremental.
 * In: shop, slice, the model that was chosen, revenue per e-mail of the slice (minor units; the same for every model), the
 * lift. Out: minor units, fractions.
 */
export async function reportCredit(
  { store }: Pick<Tools, 'store'>,
  input: {
    readonly shopId: string;
    readonly slice: ReportSlice;
    readonly model: CreditModel;
    readonly perEmailMinor: number | null;
    readonly lift: LiftFigures;
  },
): Promise<Attributed> {
  const { shopId, slice, model, perEmailMinor } = input;
  const orders = await store.creditedOrders(shopId, slice);
  const chosen = tallyCredit(model, orders);
  return {
    ...chosen,
    perEmailMinor,
    models: CREDIT_MODELS.map((each) => tallyCredit(each, orders)),
    incremental: await compareWithLift({ store }, input),
  };
}

/** The interval is that of the incremental part; what is attributed is a count. */
async function compareWithLift(
  { store }: Pick<Tools, 'store'>,
  {
    shopId,
    slice,
    lift,
  }: { readonly shopId: string; readonly slice: ReportSlice; readonly lift: LiftFigures },
): Promise<Attributed['incremental']> {
  const revenue = lift.isShown ? lift.rows.find(({ metric }) => metric === 'revenuePerCustomer') : undefined;
  if (revenue?.kind !== 'measured' || revenue.differenceInterval === null) return null;
  const attributedMinor = await store.attributedToAnalysed(shopId, {
    horizonDays: HORIZON_DAYS,
    asOf: slice.until,
    segment: slice.segment,
  });
  if (attributedMinor === 0 || lift.analysed.treatment === 0) return null;
  const perCustomerMinor = attributedMinor / lift.analysed.treatment;
  const { low, high } = revenue.differenceInterval;
  return {
    ratio: revenue.difference / perCustomerMinor,
    interval: { low: low / perCustomerMinor, high: high / perCustomerMinor },
  };
}
