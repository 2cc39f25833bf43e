import { expect, it } from 'vitest';
import { DAY_MS, HOUR_MS } from '#core/shared/time';
import { exportCustomers, listCustomers, readCustomersChoice } from '#flows/list-customers';
import { findLift } from '#flows/report-lift';
import { csvPagesAnswer } from '../../app/csv-answer.server';
import { buildEnrolment } from '../support/build-enrolment';
import { MONDAY } from '../support/build-order';
import { buildRecordedOrder, buyer } from '../support/build-recorded-order';
import { installShop } from '../support/build-shop';
import { openStore } from '../support/open-store';

const { store } = await openStore();
const NOW = MONDAY + 100 * DAY_MS;
const PEOPLE = 60;

/** Sixty people an hour apart; every sixth is held out, every second bought once more for 20.00 and their number. */
async function shopWithPeople(): Promise<string> {
  const shopId = await installShop(store);
  const numbers = Array.from({ length: PEOPLE }, (_, at) => at + 1);
  await store.recordOrders(
    shopId,
    numbers.flatMap((n) => [
      buildRecordedOrder({ orderId: `gid://shopify/Order/${n}`, name: `#${n}`, ...buyer(n) }),
      ...(n % 2 === 0
        ? [
            buildRecordedOrder(
              { orderId: `gid://shopify/Order/later${n}`, ...buyer(n), confirmedAt: MONDAY + 5 * DAY_MS },
              { valueMinor: 2000 + n, netMinor: 2000 + n },
            ),
          ]
        : []),
    ]),
  );
  for (const n of numbers) {
    const built = buildEnrolment(shopId, n, { arm: n % 6 === 0 ? 'holdout' : 'treatment' });
    const decidedAt = MONDAY + n * HOUR_MS;
    await store.saveEnrolment(shopId, { ...built, decision: { ...built.decision, decidedAt } });
  }
  return shopId;
}

const shopId = await shopWithPeople();
const list = (query: string, cursor: string | null = null) =>
  listCustomers(
    { store },
    { shopId, choice: readCustomersChoice(new URLSearchParams(query)), cursor, now: NOW },
  );

it('the customers of a figure come newest first, page by page, with the sums of all pages', async () => {
  const first = await list('period=all');
  const second = await list('period=all', first.older);
  expect([first.rows.length, second.rows.length, second.older]).toEqual([50, 10, null]);
  const ids = [...first.rows, ...second.rows].map(({ orderName }) => orderName);
  expect(ids).toEqual(Array.from({ length: PEOPLE }, (_, at) => `#${PEOPLE - at}`));
  const later = [...first.rows, ...second.rows].reduce(
    (sum, row) => sum + (row.outcome?.laterRevenueMinor ?? NaN),
    0,
  );
  expect(first.totals).toMatchObject({ customers: 60, laterOrders: 30, laterRevenueMinor: later });
});

it('a cursor that is none begins at the newest', async () => {
  for (const cursor of ['', 'nonsense', '999999999999999 x', '-1 x'])
    expect((await list('period=all', cursor)).rows[0]?.orderName).toBe(`#${PEOPLE}`);
});

it.each([
  ['period=all&arm=holdout', 10],
  ['period=all&arm=holdout&who=buyers', 10],
  ['period=all&arm=treatment&who=buyers', 20],
  ['period=all&who=offered', 0],
  ['period=all&who=nonsense&arm=nonsense&days=nonsense', 60],
])('%s lists %i', async (query, customers) => {
  expect((await list(query)).totals.customers).toBe(customers);
});

it('who has not finished is among the enrolled and not among the finished', async () => {
  const at = (who: string, now: number) =>
    listCustomers(
      { store },
      { shopId, choice: readCustomersChoice(new URLSearchParams({ period: 'all', who })), cursor: null, now },
    );
  const midway = MONDAY + 90 * DAY_MS + 30 * HOUR_MS;
  const enrolled = await at('enrolled', midway);
  expect(enrolled.totals).toMatchObject({ customers: 60, laterOrders: 15 }); // of the thirty who have finished
  expect(enrolled.rows.filter(({ outcome }) => outcome === null)).toHaveLength(30);
  expect((await at('finished', midway)).totals.customers).toBe(30);
});

it('the sums are those that the report is made of', async () => {
  const found = await findLift({ store }, { shopId, asOf: NOW });
  const [emailed, heldOut] = [await list('period=all&arm=treatment'), await list('period=all&arm=holdout')];
  expect(found?.report.analysed).toEqual({
    treatment: emailed.totals.customers,
    holdout: heldOut.totals.customers,
  });
  const { comparison } = found?.report ?? {};
  if (comparison?.kind !== 'shown' || comparison.revenuePerCustomer.fixed.kind !== 'measured')
    throw new Error('nothing was compared');
  const { arms } = comparison.revenuePerCustomer.fixed;
  expect(arms.holdout.estimate).toBeCloseTo(heldOut.totals.laterRevenueMinor / 10, 9);
  expect(arms.treatment.estimate).toBeCloseTo(emailed.totals.laterRevenueMinor / 50, 9);
});

it('the file has all of them, however many pages, with a heading once', async () => {
  const choice = readCustomersChoice(new URLSearchParams('period=all'));
  const pages = exportCustomers({ store }, { shopId, choice, now: NOW });
  const cells = async function* () {
    for await (const rows of pages) yield rows.map(({ orderName }) => [orderName]);
  };
  const text = await csvPagesAnswer('customers.csv', ['first order'], cells()).text();
  expect(text.split('\r\n').filter((line) => line !== '')).toHaveLength(61);
  expect(text.startsWith('first order\r\n#60\r\n')).toBe(true);
});

it('the customers of another shop are not listed', async () => {
  const other = await installShop(store);
  const choice = readCustomersChoice(new URLSearchParams('period=all'));
  const listed = await listCustomers({ store }, { shopId: other, choice, cursor: null, now: NOW });
  expect([listed.rows, listed.totals.customers]).toEqual([[], 0]);
});
