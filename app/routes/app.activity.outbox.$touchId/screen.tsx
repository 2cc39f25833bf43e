import { useSearchParams } from '@remix-run/react';
import { BlockStack, Box, Card, InlineStack, Link, Page, Tabs, Text } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import { personAddress } from '#ui/person-address';
import { SimpleTable } from '#ui/simple-table';
import { useFormats } from '#ui/use-formats';
import { EmailLinks, type EmailLink } from './links';

type Properties = {
  readonly touchId: string;
  readonly to: string;
  readonly subject: string;
  readonly sentAt: number | null;
  readonly html: string;
  readonly text: string;
  readonly headers: ReadonlyArray<{ readonly name: string; readonly value: string }>;
  readonly links: ReadonlyArray<EmailLink>;
  readonly base64: string;
  readonly personId: string | null;
};

const VIEWS = ['email', 'text', 'headers', 'links'] as const;

/** One e-mail as it lies in the outbox, in four views. */
export function EmailScreen(email: Properties) {
  const { to, subject, sentAt, links, base64, touchId, personId } = email;
  const t = useTranslations('activity.outbox');
  const formats = useFormats();
  const [asked, ask] = useSearchParams();
  const view = VIEWS.find((name) => name === asked.get('tab')) ?? 'email';
  return (
    <Page
      title={subject}
      subtitle={sentAt === null ? t('to', { to }) : t('meta', { to, when: formats.dateTime(sentAt) })}
      backAction={{ content: t('title'), url: '/app/activity/outbox' }}
    >
      <Card padding="0">
        <Box padding="300">
          <InlineStack gap="400">
            <a download={`${touchId}.eml`} href={`data:message/rfc822;base64,${base64}`}>
              {t('download')}
            </a>
            {personId !== null && <Link url={personAddress(personId)}>{t('trace')}</Link>}
          </InlineStack>
        </Box>
        <Tabs
          tabs={VIEWS.map((name) => ({
            id: `email-${name}`,
            panelID: 'email-view',
            content: t(`tabs.${name}`, { count: links.length }),
          }))}
          selected={VIEWS.indexOf(view)}
          onSelect={(at) => ask({ tab: VIEWS[at] ?? 'email' }, { replace: true })}
        />
        <div id="email-view" role="tabpanel" aria-labelledby={`email-${view}`}>
          <Box padding="300">
            <View view={view} email={email} />
          </Box>
        </div>
      </Card>
    </Page>
  );
}

function View({ view, email }: { readonly view: (typeof VIEWS)[number]; readonly email: Properties }) {
  const t = useTranslations('activity.outbox');
  switch (view) {
    case 'email':
      return (
        <iframe
          sandbox=""
          srcDoc={email.html}
          title={t('frame')}
          style={{
            width: '100%',
            height: '70vh',
            border: '1px solid var(--p-color-border)',
            background: '#fff',
          }}
        />
      );
    case 'text':
      return <pre style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', margin: 0 }}>{email.text}</pre>;
    case 'headers':
      return (
        <SimpleTable
          caption={t('tabs.headers')}
          columns={[{ title: t('headerColumns.name') }, { title: t('headerColumns.value') }]}
          rows={email.headers.map(({ name, value }) => ({ key: name, cells: [name, value] }))}
        />
      );
    case 'links':
      return (
        <BlockStack gap="300">
          <Text as="p" tone="subdued">
            {t('unsubscribeNote')}
          </Text>
          <EmailLinks links={email.links} />
        </BlockStack>
      );
  }
}
