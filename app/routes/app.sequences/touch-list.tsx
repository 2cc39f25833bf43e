import { BlockStack, Checkbox, TextField } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import type { MessageKey } from '#core/message/message-texts';
import { useFormats } from '#ui/use-formats';
import type { SettingsForm } from '#ui/use-settings-form';
import { MessageFields } from './message-fields';
import { TouchCard } from './touch-card';

export const TOUCHES = ['one', 'two', 'three'] as const;
export type Touch = (typeof TOUCHES)[number];

export const KEYS: Readonly<Record<Touch, ReadonlyArray<MessageKey>>> = {
  one: ['one'],
  two: ['two', 'twoClicked'],
  three: ['threeReplenishment', 'threeAccessory'],
};

/** The three touches in their order. The one that is edited opens in place and is the one that is previewed. */
export function TouchList({
  form,
  open,
  messageKey,
  onOpen,
  onMessage,
  sendHour,
  priceBand,
}: {
  readonly form: SettingsForm;
  readonly open: Touch | null;
  readonly messageKey: MessageKey;
  readonly onOpen: (touch: Touch | null) => void;
  readonly onMessage: (key: MessageKey) => void;
  readonly sendHour: number;
  readonly priceBand: { readonly from: number; readonly to: number };
}) {
  const t = useTranslations('sequences');
  const { percent } = useFormats();
  // A field that was emptied has no number to say.
  const shown = (path: string) => String(form.value<unknown>(path) ?? '') || '?';
  const words = {
    one: {
      timing: t('one.timing', { minutes: shown('touches.one.delayMinutes') }),
      about: t('one.about', { from: percent(priceBand.from, 0), to: percent(priceBand.to, 0) }),
    },
    two: {
      timing: t('two.timing', { day: shown('touches.two.day'), hour: sendHour }),
      about: t('two.about'),
    },
    three: {
      timing: t('three.timing', {
        consumable: shown('touches.three.consumableDay'),
        durable: shown('touches.three.durableDay'),
      }),
      about: t('three.about'),
    },
  };
  return (
    <ol aria-label={t('touches')} style={{ margin: 0, padding: 0 }}>
      {TOUCHES.map((touch, at) => (
        <TouchCard
          key={touch}
          number={at + 1}
          isOn={form.value<boolean>(`touches.${touch}.isOn`)}
          isOpen={open === touch}
          onToggle={() => onOpen(open === touch ? null : touch)}
          name={t(`${touch}.name`)}
          rule={t(`${touch}.rule`)}
          {...words[touch]}
        >
          <BlockStack gap="400">
            <Checkbox
              label={t('fields.isOn')}
              checked={form.value<boolean>(`touches.${touch}.isOn`)}
              onChange={(isOn) => form.set(`touches.${touch}.isOn`, isOn)}
            />
            <TimingFields form={form} touch={touch} />
            <MessageFields
              form={form}
              keys={KEYS[touch]}
              messageKey={KEYS[touch].find((key) => key === messageKey) ?? KEYS[touch][0] ?? 'one'}
              onChoose={onMessage}
            />
          </BlockStack>
        </TouchCard>
      ))}
    </ol>
  );
}

function TimingFields({ form, touch }: { readonly form: SettingsForm; readonly touch: Touch }) {
  const t = useTranslations('sequences.fields');
  const day = (path: string, label: string, helpText: string) => (
    <TextField {...form.numberField(path)} label={label} helpText={helpText} />
  );
  if (touch === 'one')
    return (
      <TextField
        {...form.numberField('touches.one.delayMinutes')}
        label={t('delayMinutes')}
        suffix={t('minutes')}
        helpText={t('delayHelp')}
      />
    );
  if (touch === 'two') return day('touches.two.day', t('dayTwo'), t('dayTwoHelp'));
  return (
    <>
      {day('touches.three.consumableDay', t('consumableDay'), t('consumableHelp'))}
      {day('touches.three.durableDay', t('durableDay'), t('durableHelp'))}
    </>
  );
}
