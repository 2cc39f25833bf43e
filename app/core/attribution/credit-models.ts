import { DAY_MS, type Instant } from '../shared/time';

export const CREDIT_MODELS = ['last_touch', 'first_touch', 'linear', 'time_decay', 'position'] as const;
export type CreditModel = (typeof CREDIT_MODELS)[number];

/** Until an order a touch's weight halves every so many days. */
const HALF_LIFE_MS = 7 * DAY_MS;

export type CreditedClick = { readonly touchId: string; readonly clickedAt: Instant };
export type CreditShare = {
  readonly share: number; // a fraction; those of one order add up to 1
  readonly amountMinor: number;
};

/**
 * Shares an order out among the touches that were clicked before it. Describes who touched the order, proves nothing.
 * Position gives 40 % to the first and to the last and shares 20 % out between them; two get half each. Under time decay
 * the order's own time cancels out, so that it is not asked for.
 * In: model, clicks inside the window (ms), one a touch, amount in minor units, 0 or more. Out: a share for every touch in
 * the order of the clicks, whole minor units by largest remainder, so that they add up to the amount; [] without a click.
 */
export function shareCredit<Click extends CreditedClick>(
  model: CreditModel,
  clicks: ReadonlyArray<Click>,
  amountMinor: number,
): ReadonlyArray<Click & CreditShare> {
  // Of two clicks in one moment the lower id counts as the later one, as where the last touch is told.
  const inOrder = clicks.toSorted((a, b) => a.clickedAt - b.clickedAt || (a.touchId < b.touchId ? 1 : -1));
  const weights = weigh(model, inOrder);
  const total = sum(weights);
  const exact = weights.map((weight) => (amountMinor * weight) / total);
  const whole = exact.map(Math.floor);
  const favoured = new Set(
    exact
      .map((value, at) => ({ at, remainder: value - Math.floor(value) }))
      .sort((a, b) => b.remainder - a.remainder || a.at - b.at)
      .slice(0, amountMinor - sum(whole))
      .map(({ at }) => at),
  );
  return inOrder.map((click, at) => ({
    ...click,
    share: (weights[at] ?? 0) / total,
    amountMinor: (whole[at] ?? 0) + (favoured.has(at) ? 1 : 0),
  }));
}

/** In: clicks, the earliest first. Out: as many weights, one of them above 0. */
function weigh(model: CreditModel, clicks: ReadonlyArray<CreditedClick>): ReadonlyArray<number> {
  const last = clicks.length - 1;
  switch (model) {
    case 'last_touch':
      return clicks.map((_, at) => (at === last ? 1 : 0));
    case 'first_touch':
      return clicks.map((_, at) => (at === 0 ? 1 : 0));
    case 'linear':
      return clicks.map(() => 1);
    case 'time_decay': {
      const lastAt = clicks[last]?.clickedAt ?? 0;
      return clicks.map(({ clickedAt }) => 2 ** ((clickedAt - lastAt) / HALF_LIFE_MS));
    }
    case 'position':
      return clicks.map((_, at) => (last < 2 ? 1 : at === 0 || at === last ? 2 : 1 / (last - 1)));
  }
}

function sum(values: ReadonlyArray<number>): number {
  return values.reduce((total, value) => total + value, 0);
}
