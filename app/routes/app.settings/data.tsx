import { BlockStack, Divider, TextField } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import type { DataRequest } from '#flows/ports/privacy-store';
import { SETTING_RANGES } from '#core/settings/settings';
import { AnnotatedSection } from '#ui/annotated-section';
import { OneCustomer } from './one-customer';
import type { SectionProperties } from './section-properties';

/** How long details are kept, and what is kept about one customer. */
export function Data({
  form,
  name,
  requests,
}: SectionProperties & { readonly requests: ReadonlyArray<DataRequest> }) {
  const t = useTranslations('settings.data');
  const [lowest, highest] = SETTING_RANGES['data.retentionMonths'];
  return (
    <div id="data">
      <AnnotatedSection title={t('title')} text={t('text')}>
        <BlockStack gap="400">
          <TextField
            {...form.numberField('data.retentionMonths')}
            label={name('data.retentionMonths')}
            helpText={t('retentionHelp', { lowest, highest })}
            suffix={t('months')}
            min={lowest}
            max={highest}
          />
          <Divider />
          <OneCustomer requests={requests} />
        </BlockStack>
      </AnnotatedSection>
    </div>
  );
}
