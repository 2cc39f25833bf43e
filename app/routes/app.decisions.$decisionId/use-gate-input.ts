import { useTranslations } from 'use-intl';
import type { Gate } from '#core/decide/trace';
import { reasons } from '#messages/reasons';
import { idNumber } from '#ui/id-number';
import { useFormats } from '#ui/use-formats';
import { isReason, useReasons } from '#ui/use-reasons';

export type Names = {
  readonly titles: Readonly<Record<string, string>>;
  readonly orderNames: Readonly<Record<string, string>>;
};

const isKey = <T extends object>(of: T, name: string): name is Extract<keyof T, string> =>
  Object.hasOwn(of, name);

/** Words are looked up only where a gate writes one of a closed list; a tag or a channel is the merchant's own word. */
const WITH_WORDS = ['rule', 'arm', 'marketingState'];

/** What a gate looked at, one line for each figure: money as money, times in the shop's zone, ids by their names. */
export function useGateInput({ titles, orderNames }: Names): (gate: Gate) => ReadonlyArray<string> {
  const t = useTranslations('activity.decision');
  const labels = useTranslations('reasons.input');
  const words = useTranslations('reasons.value');
  const reasonWords = useReasons();
  const formats = useFormats();
  const valueOf = (name: string, value: string | number | boolean | null): string => {
    if (value === null || value === '') return words('none');
    if (typeof value === 'boolean') return value ? words('yes') : words('no');
    if (typeof value === 'number')
      return name.endsWith('Minor') ? formats.money(value) : formats.number(value);
    if (name === 'suppressions')
      return value
        .split(' ')
        .map((kind) => (isReason(kind) ? reasonWords(kind) : kind))
        .join(' ');
    if (WITH_WORDS.includes(name) && isKey(reasons.value, value)) return words(value);
    if (/^\d{4}-\d\d-\d\dT/.test(value)) return formats.dateTime(Date.parse(value));
    if (value.startsWith('gid://')) return titles[value] ?? orderNames[value] ?? idNumber(value);
    return value;
  };
  return ({ input }) =>
    Object.entries(input).map(([name, value]) =>
      t('input', {
        label: isKey(reasons.input, name) ? labels(name) : name,
        value: valueOf(name, value),
      }),
    );
}
