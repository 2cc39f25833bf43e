import { useFetcher } from '@remix-run/react';
import { BlockStack, Card, Checkbox, InlineGrid, Page, Text, TextField } from '@shopify/polaris';
import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import type { previewThresholds } from '#flows/preview-thresholds';
import { SettingsBanner, SettingsSaveBar, useSettingsForm, type SettingsForm } from '#ui/use-settings-form';

type Preview = NonNullable<Awaited<ReturnType<typeof previewThresholds>>>;

const TYPING_MS = 300;

export function ThresholdsScreen(loaded: Preview) {
  const t = useTranslations('pairings');
  const labels = {
    'affinity.strongPercent': t('thresholdsPage.strong'),
    'affinity.moderatePercent': t('thresholdsPage.moderate'),
    'affinity.minimumBuyers': t('thresholdsPage.minimumBuyers'),
    'affinity.minimumSupport': t('thresholdsPage.minimumSupport'),
    'affinity.requireEvidence': t('thresholdsPage.requireEvidence'),
  };
  const form = useSettingsForm({
    version: loaded.version,
    values: {
      'affinity.strongPercent': loaded.affinity.strongPercent,
      'affinity.moderatePercent': loaded.affinity.moderatePercent,
      'affinity.minimumBuyers': loaded.affinity.minimumBuyers,
      'affinity.minimumSupport': loaded.affinity.minimumSupport,
      'affinity.requireEvidence': loaded.affinity.requireEvidence,
    },
  });
  const field = (path: keyof typeof labels, isPercent = false) => (
    <TextField
      {...form.numberField(path)}
      label={labels[path]}
      suffix={isPercent ? t('thresholdsPage.percent') : undefined}
    />
  );
  return (
    <Page title={t('thresholdsPage.title')} backAction={{ content: t('title'), url: '/app/pairings' }}>
      <SettingsSaveBar form={form} />
      <BlockStack gap="400">
        <SettingsBanner form={form} labels={labels} />
        <InlineGrid columns={{ xs: 1, md: ['twoThirds', 'oneThird'] }} gap="400" alignItems="start">
          <BlockStack gap="400">
            <Group title={t('thresholdsPage.tiers')}>
              <InlineGrid columns={{ xs: 1, sm: 2 }} gap="300">
                {field('affinity.strongPercent', true)}
                {field('affinity.moderatePercent', true)}
              </InlineGrid>
            </Group>
            <Group title={t('thresholdsPage.minimums')} help={t('thresholdsPage.minimumHelp')}>
              <InlineGrid columns={{ xs: 1, sm: 2 }} gap="300">
                {field('affinity.minimumBuyers')}
                {field('affinity.minimumSupport')}
              </InlineGrid>
            </Group>
            <Group title={t('thresholdsPage.evidence')}>
              <Checkbox
                id="affinity.requireEvidence"
                label={labels['affinity.requireEvidence']}
                helpText={t('thresholdsPage.requireEvidenceHelp')}
                checked={form.value<boolean>('affinity.requireEvidence')}
                onChange={(isOn) => form.set('affinity.requireEvidence', isOn)}
                error={form.faults['affinity.requireEvidence']}
              />
            </Group>
          </BlockStack>
          <Group title={t('thresholdsPage.preview')} help={t('thresholdsPage.pinned')}>
            <LiveCounts form={form} loaded={loaded} />
          </Group>
        </InlineGrid>
      </BlockStack>
    </Page>
  );
}

/** Counted by the server under the values in the fields, a moment after the last one changed. */
function LiveCounts({ form, loaded }: { readonly form: SettingsForm; readonly loaded: Preview }) {
  const t = useTranslations('pairings.thresholdsPage');
  const fetcher = useFetcher<Preview>();
  const { load } = fetcher;
  const values = JSON.stringify(form.changed);
  useEffect(() => {
    if (!form.isDirty) return undefined;
    const address = `/app/pairings/thresholds?${new URLSearchParams({ values }).toString()}`;
    const waiting = setTimeout(() => load(address), TYPING_MS);
    return () => clearTimeout(waiting);
  }, [values, form.isDirty, load]);
  const { summary } = form.isDirty ? (fetcher.data ?? loaded) : loaded;
  return (
    <div aria-live="polite">
      <Text as="p">
        {summary
          ? t('counts', {
              products: summary.productsWithStrong,
              strong: summary.strong,
              moderate: summary.moderate,
              without: summary.productsWithout,
            })
          : t('invalid')}
      </Text>
    </div>
  );
}

function Group({
  title,
  help,
  children,
}: {
  readonly title: string;
  readonly help?: string;
  readonly children: React.ReactNode;
}) {
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {title}
        </Text>
        {children}
        {help !== undefined && (
          <Text as="p" variant="bodySm" tone="subdued">
            {help}
          </Text>
        )}
      </BlockStack>
    </Card>
  );
}
