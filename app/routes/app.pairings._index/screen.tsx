import { useSearchParams } from '@remix-run/react';
import { useAppBridge } from '@shopify/app-bridge-react';
import { Banner, BlockStack, Card, EmptyState, InlineGrid, Link, Page, Text } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { PairingQuery } from '#core/affinity/pairing-page';
import { useFormats } from '#ui/use-formats';
import { AddPairing } from './add-pairing';
import { downloadPairings } from './download-pairings';
import type { PairingList } from './listed';
import { PairingTable } from './pairing-table';
import { useNoteSeen } from './use-note-seen';
import { usePairingActions } from './use-pairing-actions';

const IMPORT_URL = '/app/pairings/import';

type Properties = {
  readonly query: PairingQuery;
  readonly list: PairingList;
  readonly isReviewed: boolean; // the setup step is done
};

export function PairingsScreen({ query, list, isReviewed }: Properties) {
  useNoteSeen(isReviewed || list.isEmpty);
  const t = useTranslations('pairings');
  const shopify = useAppBridge();
  const [search] = useSearchParams();
  const actions = usePairingActions();
  const [isAdding, setAdding] = useState(false);
  const exportList = () => {
    downloadPairings(search).catch(() => shopify.toast.show(t('exportFailed'), { isError: true }));
  };
  return (
    <Page
      fullWidth
      title={t('title')}
      subtitle={t('subtitle')}
      primaryAction={{ content: t('add'), onAction: () => setAdding(true) }}
      secondaryActions={[
        { content: t('thresholds'), url: '/app/pairings/thresholds' },
        { content: t('import'), url: IMPORT_URL },
        { content: t('export'), onAction: exportList, disabled: list.isEmpty },
        { content: t('refresh'), onAction: actions.refresh, disabled: actions.isBusy },
      ]}
    >
      <BlockStack gap="400">
        {!isAdding && actions.answer?.kind === 'refused' && (
          <Banner tone="critical">{t(`refused.${actions.answer.problem}`)}</Banner>
        )}
        {!list.isEmpty && <Summary list={list} />}
        <Card padding="0">
          {list.isEmpty ? (
            <Nothing list={list} onAdd={() => setAdding(true)} />
          ) : (
            <PairingTable query={query} list={list} actions={actions} />
          )}
        </Card>
      </BlockStack>
      {isAdding && <AddPairing actions={actions} onClose={() => setAdding(false)} />}
    </Page>
  );
}

function Summary({ list: { summary, affinity } }: { readonly list: PairingList }) {
  const t = useTranslations('pairings');
  const formats = useFormats();
  const percent = (value: number) => formats.percent(value / 100, Number.isInteger(value) ? 0 : 1);
  const [strong, moderate] = [percent(affinity.strongPercent), percent(affinity.moderatePercent)];
  const figures = [
    {
      title: t('summary.strong', { percent: strong }),
      figure: summary.strong,
      url: '/app/pairings?tab=strong',
    },
    {
      title: t('summary.moderate', { from: moderate, to: strong }),
      figure: summary.moderate,
      url: '/app/pairings?tab=moderate',
    },
    { title: t('summary.overrides'), figure: summary.overrides, url: '/app/pairings?tab=own' },
    { title: t('summary.without'), figure: summary.productsWithout, help: t('summary.withoutHelp') },
  ];
  return (
    <InlineGrid columns={{ xs: 2, md: 4 }} gap={{ xs: '200', md: '400' }}>
      {figures.map(({ title, figure, url, help }) => (
        <Card key={title}>
          <BlockStack gap="100">
            <Text as="h2" variant="bodySm" tone="subdued">
              {url ? (
                <Link url={url} monochrome removeUnderline>
                  {title}
                </Link>
              ) : (
                title
              )}
            </Text>
            <Text as="p" variant="headingLg">
              {formats.number(figure)}
            </Text>
            {help && (
              <Text as="p" variant="bodySm" tone="subdued">
                {help}
              </Text>
            )}
          </BlockStack>
        </Card>
      ))}
    </InlineGrid>
  );
}

function Nothing({ list, onAdd }: { readonly list: PairingList; readonly onAdd: () => void }) {
  const t = useTranslations('pairings');
  const { minimumBuyers, minimumSupport, windowMonths } = list.affinity;
  return (
    <EmptyState
      heading={t('empty.heading')}
      image=""
      action={{ content: t('add'), onAction: onAdd }}
      secondaryAction={{ content: t('import'), url: IMPORT_URL }}
    >
      <p>
        {t('empty.text', {
          minimumBuyers,
          minimumSupport,
          orders: list.ordersNow ?? 0,
          months: windowMonths,
        })}
      </p>
      <p>{t('empty.help')}</p>
    </EmptyState>
  );
}
