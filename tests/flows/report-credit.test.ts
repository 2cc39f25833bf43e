import { expect, it } from 'vitest';
import { DAY_MS } from '#core/shared/time';
import type { LiftRow } from '#flows/describe-lift';
import type { LiftSlice } from '#flows/ports/lift-store';
import { reportCredit } from '#flows/report-credit';
import { MONDAY } from '../support/build-order';
import { installShop } from '../support/build-shop';
import { openStore } from '../support/open-store';

const { store } = await openStore();
const NOW = MONDAY + 200 * DAY_MS;
const revenue: LiftRow = {
  kind: 'measured',
  metric: 'revenuePerCustomer',
  isRate: false,
  emailed: 900,
  heldOut: 700,
  difference: 200,
  differenceInterval: { low: -100, high: 500 },
  lift: null,
};
const analysed = { treatment: 10, holdout: 5 };
const shown = { isShown: true, rows: [revenue], analysed };

/** In: what is attributed to the customers of the lift. Out: the comparison, and of whom it was asked for. */
async function compare(attributedMinor: number, lift: Parameters<typeof reportCredit>[1]['lift'], from = 0) {
  const shopId = await installShop(store);
  const slices: LiftSlice[] = [];
  const attributedToAnalysed = async (_shopId: string, slice: LiftSlice) => {
    slices.push(slice);
    return attributedMinor;
  };
  const slice = { from, until: NOW, segment: 'repeat' };
  const { incremental } = await reportCredit(
    { store: { ...store, attributedToAnalysed } },
    { shopId, slice, model: 'last_touch', perEmailMinor: null, lift },
  );
  return { incremental, slices };
}

it('a lift that is shown is set against what is attributed to the same customers, with its interval', async () => {
  const { incremental, slices } = await compare(4_000, shown);
  expect(incremental).toEqual({ ratio: 0.5, interval: { low: -0.25, high: 1.25 } });
  expect(slices).toEqual([{ horizonDays: 90, asOf: NOW, segment: 'repeat' }]);
  const ofPeriod = await compare(4_000, shown, NOW - 30 * DAY_MS);
  expect(ofPeriod).toEqual({ incremental, slices }); // the lift is of everybody, and so is this
});

it.each([
  ['a lift that is not shown', 4_000, { ...shown, isShown: false }],
  ['a lift without an interval', 4_000, { ...shown, rows: [{ ...revenue, differenceInterval: null }] }],
  [
    'too few customers to measure it',
    4_000,
    { ...shown, rows: [{ kind: 'not_enough', metric: 'revenuePerCustomer' }] },
  ],
  ['nothing attributed', 0, shown],
] as const)('with %s there is no ratio', async (_what, attributedMinor, lift) => {
  expect((await compare(attributedMinor, lift)).incremental).toBeNull();
});
