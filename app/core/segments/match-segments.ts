import type { CustomerFacts, ValueBorders } from './customer-facts';
import type { Condition } from './own-segment';
import type { SegmentRow } from './segment-rows';

/**
 * The segments that hold a customer at this moment.
 * In: facts about the customer (money in minor units of the shop's currency), rows in their order. Out: those that are on
 * and match, in the same order.
 */
export function matchSegments(
  facts: CustomerFacts,
  rows: ReadonlyArray<SegmentRow>,
): ReadonlyArray<SegmentRow> {
  return rows.filter(({ isOn, join, conditions }) => {
    const answers = conditions.map((condition) => holds(condition, facts) === true);
    return isOn && answers.length > 0 && (join === 'all' ? !answers.includes(false) : answers.includes(true));
  });
}

/** Whether any row asks what was bought, so that it has to be read. */
export function asksWhatWasBought(rows: ReadonlyArray<SegmentRow>): boolean {
  return rows.some(
    ({ isOn, conditions }) =>
      isOn && conditions.some(({ fact }) => fact === 'product' || fact === 'category' || fact === 'discount'),
  );
}

/** In: borders, percent from 1 to 50. Out: the mean order value in minor units from which one is in the top percent. */
export function borderOfTop(borders: ValueBorders, percent: number): number | null {
  return borders?.[percent - 1] ?? null;
}

/** Null: not known, which is neither yes nor no. */
function holds(condition: Condition, facts: CustomerFacts): boolean | null {
  switch (condition.fact) {
    case 'order_count':
      return compare(condition.is, facts.orderCount, condition.value);
    case 'total_spent':
      return compare(condition.is, facts.totalSpentMinor, condition.value);
    case 'mean_order_value': {
      const border = borderOfTop(facts.valueBordersMinor, condition.value);
      const mean = facts.meanOrderValueMinor;
      return border === null || mean === null ? null : mean >= border === (condition.is === 'is');
    }
    case 'discount':
      return facts.bought.usedDiscount === (condition.is === 'is');
    default: {
      const is = isAmong(condition.fact, condition.value, facts);
      return is === null ? null : is === (condition.is === 'is');
    }
  }
}

function compare(is: 'at_least' | 'at_most', value: number, border: number): boolean {
  return is === 'at_least' ? value >= border : value <= border;
}

function isAmong(
  fact: 'tag' | 'country' | 'locale' | 'product' | 'category',
  value: string,
  facts: CustomerFacts,
): boolean | null {
  const wanted = value.toLowerCase();
  switch (fact) {
    case 'tag':
      return facts.tags.some((tag) => tag.toLowerCase() === wanted);
    case 'country':
      return facts.countryCode === null ? null : facts.countryCode.toLowerCase() === wanted;
    case 'locale': {
      // "de" holds "de-AT" too; "de-AT" holds itself alone.
      const locale = facts.locale?.toLowerCase() ?? null;
      return locale === null ? null : locale === wanted || locale.startsWith(`${wanted}-`);
    }
    case 'product':
      return facts.bought.productIds.includes(value);
    case 'category':
      // A category holds those below it.
      return facts.bought.categories.some(
        (category) => category === value || category.startsWith(`${value} > `),
      );
  }
}
