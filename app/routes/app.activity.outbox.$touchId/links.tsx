import { BlockStack, Text } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import { SimpleTable } from '#ui/simple-table';

export type EmailLink = {
  readonly url: string;
  readonly text: string;
  readonly kind: 'offer' | 'unsubscribe' | 'store';
  readonly utm: ReadonlyArray<{ readonly name: string; readonly value: string }>;
};

/** The frame around the e-mail opens nothing, so its links stand here, each with where it leads. */
export function EmailLinks({ links }: { readonly links: ReadonlyArray<EmailLink> }) {
  const t = useTranslations('activity.outbox');
  if (links.length === 0) return <Text as="p">{t('noLinks')}</Text>;
  return (
    <SimpleTable
      caption={t('tabs.links', { count: links.length })}
      columns={[
        { title: t('linkColumns.text') },
        { title: t('linkColumns.leads') },
        { title: t('linkColumns.utm') },
      ]}
      rows={links.map(({ url, text, kind, utm }) => ({
        key: url,
        cells: [
          <a key="open" href={url} target="_blank" rel="noreferrer">
            {text === '' ? t('open') : text}
          </a>,
          <BlockStack key="leads">
            <span>{t(`kind.${kind}`)}</span>
            <Text as="span" tone="subdued">
              {url}
            </Text>
          </BlockStack>,
          utm.length === 0 ? (
            t('noUtm')
          ) : (
            <BlockStack key="utm">
              {utm.map(({ name, value }) => (
                <span key={name}>{t('utmPair', { name, value })}</span>
              ))}
            </BlockStack>
          ),
        ],
      }))}
    />
  );
}
