import { BlockStack, Card, Text } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import { useFormats } from '#ui/use-formats';
import { useReasons } from '#ui/use-reasons';
import { useSegmentNames } from '#ui/use-segment-names';

export type Now = {
  readonly running: string | null;
  readonly next: { readonly touchNumber: number; readonly dueAt: number } | null;
  readonly waiting: number;
  readonly arm: 'treatment' | 'holdout' | null;
  readonly segments: ReadonlyArray<{ readonly id: string; readonly name: string | null }>;
  readonly hasAddress: boolean;
  readonly suppressedFor: string | null;
  readonly canRelease: boolean;
};

/** How things stand: whether something runs, what comes next and when. */
export function NowCard({ now }: { readonly now: Now }) {
  const t = useTranslations('activity.trace');
  const words = useTranslations('reasons.value');
  const formats = useFormats();
  const reasonWords = useReasons();
  const nameOf = useSegmentNames();
  const lines = [
    [t('sequence'), now.running === null ? t('ended') : t('running', { order: now.running })],
    [
      t('next'),
      now.next === null
        ? t('nextNone')
        : t('nextAt', { number: now.next.touchNumber, when: formats.dateTime(now.next.dueAt) }),
    ],
    [t('group'), now.arm === null ? t('groupNone') : words(now.arm)],
    [t('segments'), now.segments.length === 0 ? t('segmentsNone') : now.segments.map(nameOf).join(', ')],
    [t('emailed'), mayBeEmailed()],
  ] as const;
  function mayBeEmailed(): string {
    if (now.suppressedFor !== null) return t('emailedNo', { reason: reasonWords(now.suppressedFor) });
    return now.hasAddress ? t('emailedYes') : t('noAddress');
  }
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {t('now')}
        </Text>
        <dl style={{ margin: 0, display: 'grid', gap: '0.75rem' }}>
          {lines.map(([name, value]) => (
            <div key={name}>
              <dt style={{ color: 'var(--p-color-text-secondary)' }}>{name}</dt>
              <dd style={{ margin: 0, overflowWrap: 'anywhere' }}>{value}</dd>
            </div>
          ))}
        </dl>
      </BlockStack>
    </Card>
  );
}
