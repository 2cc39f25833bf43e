import { InlineGrid, RangeSlider, TextField } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import { SETTING_RANGES } from '#core/settings/settings';
import { AnnotatedSection } from '#ui/annotated-section';
import type { SectionProperties } from './section-properties';

const HOURS = ['sendHours.from', 'sendHours.at', 'sendHours.until'] as const;

export function Measurement({ form }: SectionProperties) {
  const t = useTranslations('settings.measurement');
  const [lowest, highest] = SETTING_RANGES.holdoutPercent;
  const percent = form.value<number>('holdoutPercent');
  return (
    <AnnotatedSection title={t('title')} text={t('text')}>
      <RangeSlider
        id="holdoutPercent"
        output
        label={t('holdout', { percent })}
        min={lowest}
        max={highest}
        value={percent}
        error={form.faults['holdoutPercent']}
        helpText={t('help')}
        onChange={(value) => form.set('holdoutPercent', value)}
      />
    </AnnotatedSection>
  );
}

export function SendHours({ form, name, zone }: SectionProperties & { readonly zone: string }) {
  const t = useTranslations('settings.hours');
  return (
    <AnnotatedSection title={t('title')} text={t('text', { zone })}>
      <InlineGrid columns={{ xs: 1, sm: 3 }} gap="400">
        {HOURS.map((path) => (
          <TextField
            key={path}
            {...form.numberField(path)}
            label={name(path)}
            min={SETTING_RANGES[path][0]}
            max={SETTING_RANGES[path][1]}
          />
        ))}
      </InlineGrid>
    </AnnotatedSection>
  );
}
