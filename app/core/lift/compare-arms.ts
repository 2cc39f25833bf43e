import type { ArmTally } from './arm-tally';
import { compareAverageOrderValue, type AverageOrderValue } from './average-order-value';
import { decomposeRevenue, type RevenueFactors } from './decompose-revenue';
import { adjustHolm } from './holm';
import type { NotEnough } from './not-enough';
import type { PerArm } from './per-arm';
import type { RelativeLift } from './relative-lift';
import { compareRepeatRate, type BuyerCount, type RepeatRate } from './repeat-rate';
import { compareRevenuePerCustomer, type RevenuePerCustomer } from './revenue-per-customer';
import {
  sequentialInterval,
  sequentialLift,
  type SequentialInterval,
  type SequentialLift,
} from './sequential-interval';
import { smallestVisibleEffect, type SmallestVisibleEffect } from './smallest-visible-effect';
import { countCustomers, type Strata } from './strata';

/** `fixed` holds for one look at a date set beforehand, `sequential` for somebody who looks daily. */
export type MetricComparison<T> = {
  readonly fixed: T;
  readonly sequential: SequentialLift | NotEnough;
  readonly sequentialDifference: SequentialInterval | null; // in the unit of the metric; null: no figure, or a rate
};

export const SECONDARY_METRICS = ['orderValue', 'laterOrderValue', 'repeatRate', 'offerBought'] as const;
export type SecondaryMetric = (typeof SECONDARY_METRICS)[number];

export type ArmsComparison = {
  readonly kind: 'shown';
  readonly revenuePerCustomer: MetricComparison<RevenuePerCustomer>; // the primary metric
  readonly cappedRevenuePerCustomer: MetricComparison<RevenuePerCustomer>;
  readonly orderValue: MetricComparison<AverageOrderValue>; // per purchase occasion, trigger order included
  readonly laterOrderValue: MetricComparison<AverageOrderValue>;
  readonly repeatRate: MetricComparison<RepeatRate>;
  readonly offerBought: MetricComparison<RepeatRate>; // of those whom an offer was or would have been sent
  readonly factors: PerArm<RevenueFactors> | null;
  readonly secondaryPValues: Readonly<Partial<Record<SecondaryMetric, number>>>; // always valid, after Holm
  readonly smallestVisibleEffect: ({ readonly kind: 'measured' } & SmallestVisibleEffect) | NotEnough;
  readonly isOrderValueFallingWhileRevenueRises: boolean; // by the estimates alone: what cheap add-ons do
};

/** Every metric of the two arms. In: tallies of every experiment period in minor units, planned sample in customers. */
export function compareArms(strata: Strata<ArmTally>, plannedSample: number): ArmsComparison {
  const analysed = customersIn(strata, ({ later }) => later.n);
  const compared = <T extends Measurable>(fixed: T, n = analysed): MetricComparison<T> => ({
    fixed,
    sequential: fixed.kind === 'measured' ? sequentialLift(fixed.relativeLift, n, plannedSample) : fixed,
    sequentialDifference:
      fixed.kind === 'measured' && fixed.difference.standardError !== undefined
        ? sequentialInterval({
            estimate: fixed.difference.difference,
            standardError: fixed.difference.standardError,
            n,
            plannedSample,
          })
        : null,
  });

  const revenue = compareRevenuePerCustomer(figures(strata, ({ later }) => later));
  const orderValue = compared(compareAverageOrderValue(figures(strata, ({ occasions }) => occasions)));
  const laterOrderValue = compared(compareAverageOrderValue(figures(strata, ({ later }) => later)));
  const repeatRate = compared(compareRepeatRate(figures(strata, buyersOf)));
  const offerBought = compared(
    compareRepeatRate(figures(strata, offerBuyersOf)),
    customersIn(strata, ({ offered }) => offered),
  );
  return {
    kind: 'shown',
    revenuePerCustomer: compared(revenue),
    cappedRevenuePerCustomer: compared(
      compareRevenuePerCustomer(figures(strata, ({ cappedLater }) => cappedLater)),
    ),
    orderValue,
    laterOrderValue,
    repeatRate,
    offerBought,
    factors: decomposeRevenue(strata),
    secondaryPValues: adjustSecondary({ orderValue, laterOrderValue, repeatRate, offerBought }),
    smallestVisibleEffect:
      revenue.kind === 'measured'
        ? {
            kind: 'measured',
            ...smallestVisibleEffect(revenue.difference.standardError, revenue.arms.holdout.estimate),
          }
        : revenue,
    isOrderValueFallingWhileRevenueRises:
      orderValue.fixed.kind === 'measured' &&
      orderValue.fixed.difference.difference < 0 &&
      revenue.kind === 'measured' &&
      revenue.difference.difference > 0,
  };
}

type Measurable =
  | {
      readonly kind: 'measured';
      readonly difference: { readonly difference: number; readonly standardError?: number };
      readonly relativeLift: RelativeLift;
    }
  | NotEnough;

function figures<T>(strata: Strata<ArmTally>, figureOf: (tally: ArmTally) => T): Strata<T> {
  return strata.map(({ treatment, holdout }) => ({
    treatment: figureOf(treatment),
    holdout: figureOf(holdout),
  }));
}

function customersIn(strata: Strata<ArmTally>, customersOf: (tally: ArmTally) => number): number {
  const { treatment, holdout } = countCustomers(strata, customersOf);
  return treatment + holdout;
}

const buyersOf = ({ buyers, later }: ArmTally): BuyerCount => ({ buyers, customers: later.n });
const offerBuyersOf = ({ boughtOffer, offered }: ArmTally): BuyerCount => ({
  buyers: boughtOffer,
  customers: offered,
});

function adjustSecondary(
  metrics: Readonly<Record<SecondaryMetric, { readonly sequential: SequentialLift | NotEnough }>>,
): ArmsComparison['secondaryPValues'] {
  // The family is declared beforehand: a metric without an answer still counts as one of them.
  const pValues = SECONDARY_METRICS.map((metric) => {
    const { sequential } = metrics[metric];
    return sequential.kind === 'measured' ? sequential.pValue : 1;
  });
  const adjusted = adjustHolm(pValues);
  return Object.fromEntries(
    SECONDARY_METRICS.flatMap((metric, place) =>
      metrics[metric].sequential.kind === 'measured' ? [[metric, adjusted[place]]] : [],
    ),
  );
}
