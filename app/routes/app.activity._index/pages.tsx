import { Box, Button, InlineStack } from '@shopify/polaris';
import { useTranslations } from 'use-intl';

/** On to what is older, or back to the newest; the address keeps tab, search and reason. */
export function ActivityPages({
  asked,
  cursor,
  older,
}: {
  readonly asked: URLSearchParams;
  readonly cursor: string | null;
  readonly older: string | null;
}) {
  const t = useTranslations('activity');
  if (cursor === null && older === null) return null;
  const page = (to: string | null) => {
    const next = new URLSearchParams(asked);
    if (to === null) next.delete('cursor');
    else next.set('cursor', to);
    return `/app/activity?${next.toString()}`;
  };
  return (
    <Box padding="300" as="section">
      <nav aria-label={t('pages')}>
        <InlineStack gap="200">
          {cursor !== null && <Button url={page(null)}>{t('newest')}</Button>}
          {older !== null && <Button url={page(older)}>{t('older')}</Button>}
        </InlineStack>
      </nav>
    </Box>
  );
}
