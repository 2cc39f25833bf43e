import { useLocale, useTranslations } from 'use-intl';
import type { ValueBorders } from '#core/segments/customer-facts';
import { borderOfTop } from '#core/segments/match-segments';
import type { Condition } from '#core/segments/own-segment';
import type { SegmentRow } from '#core/segments/segment-rows';
import { idNumber } from '#ui/id-number';
import { useFormats } from '#ui/use-formats';

/** Who is in a segment, in words. In: titles of products by id, the borders of the order value. */
export function useRuleWords({
  titles,
  borders,
}: {
  readonly titles: Readonly<Record<string, string>>;
  readonly borders: ValueBorders;
}): (row: Pick<SegmentRow, 'join' | 'conditions'>) => string {
  const t = useTranslations('segments.rule');
  const locale = useLocale();
  const { money, percent } = useFormats();
  const wordsOf = (condition: Condition): string => {
    switch (condition.fact) {
      case 'order_count':
        return t(`order_count.${condition.is}`, { value: condition.value });
      case 'total_spent':
        return t(`total_spent.${condition.is}`, { value: money(condition.value) });
      case 'mean_order_value': {
        const share = { percent: percent(condition.value / 100, 0) };
        const border = borderOfTop(borders, condition.value);
        return border === null
          ? t(`mean_order_value.${condition.is}`, share)
          : t(`border.${condition.is}`, { ...share, amount: money(border) });
      }
      case 'discount':
        return t(`discount.${condition.is}`);
      case 'product':
        return t(`product.${condition.is}`, { value: titles[condition.value] ?? idNumber(condition.value) });
      default:
        return t(`${condition.fact}.${condition.is}`, { value: condition.value });
    }
  };
  return ({ join, conditions }) =>
    new Intl.ListFormat(locale, { type: join === 'all' ? 'conjunction' : 'disjunction' }).format(
      conditions.map(wordsOf),
    );
}
