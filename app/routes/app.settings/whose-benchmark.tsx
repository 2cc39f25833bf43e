import { Button, InlineStack, Text } from '@shopify/polaris';
import { useTranslations } from 'use-intl';

/** Below the two fields of a benchmark: what it is a share of, whose it is, and the way back to the published one. */
export function WhoseBenchmark({
  name,
  of,
  whose,
  onPutBack,
}: {
  readonly name: string;
  readonly of: string;
  readonly whose: string;
  readonly onPutBack: (() => void) | null; // null: it is the published one
}) {
  const t = useTranslations('benchmarks');
  return (
    <InlineStack gap="200" blockAlign="center">
      <Text as="span" tone="subdued">
        {of} {whose}
      </Text>
      {onPutBack && (
        <Button variant="plain" accessibilityLabel={t('putBackLabel', { name })} onClick={onPutBack}>
          {t('putBack')}
        </Button>
      )}
    </InlineStack>
  );
}
