import type { ArmTally } from './arm-tally';
import { compareAverageOrderValue, type AverageOrderValue } from './average-order-value';
import { adjustHolm } from './holm';
import type { NotEnough } from './not-enough';
import type { PerArm } from './per-arm';
import type { RelativeLift } from './relative-lift';
import { compareRepeatRate, type RepeatRate } from './repeat-rate';
import { compareRevenuePerCustomer, type RevenuePerCustomer } from './revenue-per-customer';
import { sequentialLift, type SequentialLift } from './sequential-interval';
import { smallestVisibleEffect, type SmallestVisibleEffect } from './smallest-visible-effect';

/** `fixed` holds for one look at a date set beforehand, `sequential` for somebody who looks daily. */
export type MetricComparison<T> = { readonly fixed: T; readonly sequential: SequentialLift | NotEnough };

export type SecondaryMetric = 'orderValue' | 'laterOrderValue' | 'repeatRate';

export type ArmsComparison = {
  readonly kind: 'shown';
  readonly revenuePerCustomer: MetricComparison<RevenuePerCustomer>; // the primary metric
  readonly cappedRevenuePerCustomer: MetricComparison<RevenuePerCustomer>;
  readonly orderValue: MetricComparison<AverageOrderValue>; // per purchase occasion, trigger order included
  readonly laterOrderValue: MetricComparison<AverageOrderValue>;
  readonly repeatRate: MetricComparison<RepeatRate>;
  readonly secondaryPValues: Readonly<Partial<Record<SecondaryMetric, number>>>; // always valid, after Holm
  readonly smallestVisibleEffect: ({ readonly kind: 'measured' } & SmallestVisibleEffect) | NotEnough;
  readonly isOrderValueFallingWhileRevenueRises: boolean; // by the estimates alone: what cheap add-ons do
};

/** Every metric of the two arms. In: tallies in minor units, planned sample in customers of both arms. */
export function compareArms(tallies: PerArm<ArmTally>, plannedSample: number): ArmsComparison {
  const { treatment, holdout } = tallies;
  const n = treatment.later.n + holdout.later.n;
  const compared = <T extends Measurable>(fixed: T): MetricComparison<T> => ({
    fixed,
    sequential: fixed.kind === 'measured' ? sequentialLift(fixed.relativeLift, n, plannedSample) : fixed,
  });

  const revenue = compareRevenuePerCustomer({ treatment: treatment.later, holdout: holdout.later });
  const orderValue = compared(
    compareAverageOrderValue({ treatment: treatment.occasions, holdout: holdout.occasions }),
  );
  const laterOrderValue = compared(
    compareAverageOrderValue({ treatment: treatment.later, holdout: holdout.later }),
  );
  const repeatRate = compared(
    compareRepeatRate({
      treatment: { buyers: treatment.buyers, customers: treatment.later.n },
      holdout: { buyers: holdout.buyers, customers: holdout.later.n },
    }),
  );
  return {
    kind: 'shown',
    revenuePerCustomer: compared(revenue),
    cappedRevenuePerCustomer: compared(
      compareRevenuePerCustomer({ treatment: treatment.cappedLater, holdout: holdout.cappedLater }),
    ),
    orderValue,
    laterOrderValue,
    repeatRate,
    secondaryPValues: adjustSecondary({ orderValue, laterOrderValue, repeatRate }),
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

type Measurable = { readonly kind: 'measured'; readonly relativeLift: RelativeLift } | NotEnough;

function adjustSecondary(
  metrics: Readonly<Record<SecondaryMetric, { readonly sequential: SequentialLift | NotEnough }>>,
): ArmsComparison['secondaryPValues'] {
  const { orderValue, laterOrderValue, repeatRate } = metrics;
  // The family is declared beforehand: a metric without an answer still counts as one of the three.
  const pValues = [orderValue, laterOrderValue, repeatRate].map(({ sequential }) =>
    sequential.kind === 'measured' ? sequential.pValue : 1,
  );
  const [orderP, laterP, repeatP] = adjustHolm(pValues);
  return {
    ...(orderValue.sequential.kind === 'measured' && { orderValue: orderP }),
    ...(laterOrderValue.sequential.kind === 'measured' && { laterOrderValue: laterP }),
    ...(repeatRate.sequential.kind === 'measured' && { repeatRate: repeatP }),
  };
}
