import { BlockStack, Text } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import { AnnotatedSection } from '#ui/annotated-section';
import { RevenueBenchmark } from './revenue-benchmark';
import type { SectionProperties } from './section-properties';
import { ShareBenchmarkFields } from './share-benchmark';

const GROUPS = [
  { group: 'whole', shares: ['orderValueLift', 'upsellConversion', 'subscriptionConversion'] },
  { group: 'one', shares: ['openedOne', 'clickedOne', 'boughtOne'] },
  { group: 'two', shares: ['openedTwo', 'clickedTwo', 'boughtTwo'] },
  { group: 'three', shares: ['openedThree', 'clickedThree', 'boughtThree'] },
] as const;

/** The figures that reports are shown beside, each with what it is a share of and whose it is (R60). */
export function BenchmarksSection({ form, name }: SectionProperties) {
  const t = useTranslations('benchmarks');
  return (
    <AnnotatedSection title={t('title')} text={t('text')}>
      <BlockStack gap="500">
        <Text as="p" tone="subdued">
          {t('source')}
        </Text>
        {GROUPS.map(({ group, shares }) => (
          <BlockStack gap="300" key={group}>
            <Text as="h3" variant="headingSm">
              {t(`groups.${group}`)}
            </Text>
            {shares.map((share) => (
              <ShareBenchmarkFields key={share} form={form} name={name} benchmark={share} />
            ))}
            {group === 'whole' && <RevenueBenchmark form={form} name={name} />}
          </BlockStack>
        ))}
      </BlockStack>
    </AnnotatedSection>
  );
}
