import { BlockStack, ChoiceList, Divider, InlineGrid, Text, TextField } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import { SETTING_RANGES } from '#core/settings/settings';
import type { SuppressionReview } from '#flows/review-suppression';
import { AnnotatedSection } from '#ui/annotated-section';
import type { SettingsForm } from '#ui/use-settings-form';
import { StoppedLink, type Stopped } from './stopped-link';

type Properties = Pick<SuppressionReview, 'loads' | 'purchases'> & {
  readonly form: SettingsForm;
  readonly stopped: Stopped;
};

const CAP = 'suppression.capPer168Hours';

export function Frequency({ form, stopped, loads, purchases }: Properties) {
  const t = useTranslations('suppression.frequency');
  const [lowest, highest] = SETTING_RANGES[CAP];
  return (
    <AnnotatedSection title={t('title')} text={t('text')}>
      <BlockStack gap="400">
        <InlineGrid columns="1fr auto" gap="400">
          <TextField
            {...form.numberField(CAP)}
            label={t('cap')}
            suffix={t('capSuffix')}
            min={lowest}
            max={highest}
            helpText={t('capHelp')}
          />
          <StoppedLink reason="freq_cap" rule={t('capRule')} stopped={stopped} />
        </InlineGrid>
        <Divider />
        <ChoiceList
          title={t('onNewPurchase')}
          choices={loads.map(({ rule, emails, mostInOneWeek }) => ({
            value: rule,
            label: t(rule),
            helpText: purchases === 0 ? t('noLoad') : t('load', { emails, most: mostInOneWeek }),
          }))}
          selected={[form.value<string>('onNewPurchase')]}
          error={form.faults['onNewPurchase']}
          onChange={([chosen]) => form.set('onNewPurchase', chosen)}
        />
        {purchases > 0 && (
          <Text as="p" tone="subdued">
            {t('loadNote', { purchases })}
          </Text>
        )}
        <InlineGrid columns="1fr auto" gap="400">
          <Text as="p">{t('newPurchaseRule')}</Text>
          <StoppedLink reason="new_purchase_exit" rule={t('newPurchaseRule')} stopped={stopped} />
          <Text as="p">{t('recentRule')}</Text>
          <StoppedLink reason="recent_purchase_14d" rule={t('recentRule')} stopped={stopped} />
        </InlineGrid>
      </BlockStack>
    </AnnotatedSection>
  );
}
