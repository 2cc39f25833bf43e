import {
  BlockStack,
  Box,
  Button,
  Card,
  Divider,
  EmptyState,
  InlineStack,
  Link,
  Page,
  Text,
} from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import { useFormats } from '#ui/use-formats';

type Email = {
  readonly touchId: string;
  readonly to: string;
  readonly subject: string;
  readonly sentAt: number | null;
};

type Properties =
  | { readonly kind: 'elsewhere' }
  | {
      readonly kind: 'list';
      readonly emails: ReadonlyArray<Email>;
      readonly total: number;
      readonly page: number;
      readonly pageSize: number;
    };

export function OutboxScreen(outbox: Properties) {
  const t = useTranslations('activity.outbox');
  const activity = useTranslations('activity');
  const back = { content: activity('title'), url: '/app/activity' };
  if (outbox.kind === 'elsewhere') {
    return (
      <Page title={t('title')} backAction={back}>
        <Card>
          <EmptyState
            heading={t('elsewhereTitle')}
            image=""
            action={{ content: t('elsewhereAction'), url: '/app/activity?tab=sent' }}
          >
            <p>{t('elsewhereText')}</p>
          </EmptyState>
        </Card>
      </Page>
    );
  }
  const { emails, total, page, pageSize } = outbox;
  return (
    <Page title={t('title')} subtitle={t('subtitle')} backAction={back}>
      <Card padding="0">
        {total === 0 ? (
          <EmptyState heading={t('emptyTitle')} image="">
            <p>{t('emptyText')}</p>
          </EmptyState>
        ) : (
          <>
            <Emails emails={emails} />
            <Pages from={(page - 1) * pageSize + 1} shown={emails.length} total={total} page={page} />
          </>
        )}
      </Card>
    </Page>
  );
}

function Emails({ emails }: { readonly emails: ReadonlyArray<Email> }) {
  const t = useTranslations('activity.outbox');
  const formats = useFormats();
  return (
    <ul aria-label={t('list')} style={{ listStyle: 'none', margin: 0, padding: 0 }}>
      {emails.map(({ touchId, to, subject, sentAt }) => (
        <li key={touchId} style={{ overflowWrap: 'anywhere' }}>
          <Box padding="300">
            <BlockStack gap="050">
              <Link url={`/app/activity/outbox/${encodeURIComponent(touchId)}`}>{subject}</Link>
              <Text as="p" tone="subdued">
                {sentAt === null ? t('to', { to }) : t('meta', { to, when: formats.dateTime(sentAt) })}
              </Text>
            </BlockStack>
          </Box>
          <Divider />
        </li>
      ))}
    </ul>
  );
}

function Pages(pages: {
  readonly from: number;
  readonly shown: number;
  readonly total: number;
  readonly page: number;
}) {
  const { from, shown, total, page } = pages;
  const t = useTranslations('activity.outbox');
  const formats = useFormats();
  const to = from + shown - 1;
  return (
    <Box padding="300">
      <nav aria-label={t('pages')}>
        <InlineStack gap="200" blockAlign="center">
          {page > 1 && <Button url={`/app/activity/outbox?page=${page - 1}`}>{t('newer')}</Button>}
          {to < total && shown > 0 && (
            <Button url={`/app/activity/outbox?page=${page + 1}`}>{t('older')}</Button>
          )}
          {shown > 0 && (
            <Text as="span" tone="subdued">
              {t('range', {
                from: formats.number(from),
                to: formats.number(to),
                total: formats.number(total),
              })}
            </Text>
          )}
        </InlineStack>
      </nav>
    </Box>
  );
}
