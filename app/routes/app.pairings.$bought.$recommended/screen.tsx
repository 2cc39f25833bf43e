import {
  BlockStack,
  Card,
  InlineGrid,
  InlineStack,
  List,
  Page,
  Pagination,
  Text,
  useBreakpoints,
} from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import type { PairingDetail } from '#flows/describe-pairing';
import { useFormats } from '#ui/use-formats';
import { StandingBadge } from '../app.pairings._index/pairing-badges';
import { pairingUrl } from '../app.pairings._index/read-query';
import { usePreviewModal } from './preview-modal';
import { Rates } from './rates';
import { ResultCard } from './result-card';
import { UseCard } from './use-card';
import { useSentence } from './use-sentence';
import type { View } from './view';

type Properties = { readonly detail: PairingDetail; readonly view: View };
type ScreenProperties = Properties & { readonly list: string }; // what the address of the list asked for

export function PairingScreen({ detail, view, list }: ScreenProperties) {
  const t = useTranslations('pairings');
  const beside = useBeside(view, list);
  const { mdDown } = useBreakpoints();
  const preview = usePreviewModal(view);
  return (
    <Page
      title={t('pairTitle', { bought: view.boughtTitle, recommended: view.recommendedTitle })}
      titleMetadata={<StandingBadge standing={view.standing} />}
      subtitle={t(`table.${view.table}`)}
      backAction={{ content: t('title'), url: list === '' ? '/app/pairings' : `/app/pairings?${list}` }}
      secondaryActions={[{ content: t('detail.preview.open'), onAction: preview.open }]}
      pagination={beside}
    >
      {preview.modal}
      <InlineGrid columns={{ xs: 1, md: ['twoThirds', 'oneThird'] }} gap="400" alignItems="start">
        <BlockStack gap="400">
          <Why detail={detail} view={view} />
          <Checks detail={detail} view={view} />
        </BlockStack>
        <BlockStack gap="400">
          <UseCard detail={detail} view={view} list={list} />
          <ResultCard view={view} />
        </BlockStack>
        {/* The page draws its own only where there is room beside the title. */}
        {mdDown && beside && (
          <InlineStack align="center">
            <Pagination {...beside} />
          </InlineStack>
        )}
      </InlineGrid>
    </Page>
  );
}

/** The way to the pairings that stand beside this one in the list. */
function useBeside({ previous, next }: View, list: string) {
  const t = useTranslations('pairings.detail.beside');
  if (!previous && !next) return undefined;
  return {
    accessibilityLabels: { previous: t('previous'), next: t('next') },
    hasPrevious: previous !== null,
    hasNext: next !== null,
    ...(previous && { previousURL: pairingUrl(previous, list) }),
    ...(next && { nextURL: pairingUrl(next, list) }),
  };
}

function Why({ detail, view }: Properties) {
  const t = useTranslations('pairings');
  const { number } = useFormats();
  const sentence = useSentence();
  const { counts, ruleLift, table } = view;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {t('detail.why')}
        </Text>
        <Text as="p">{sentence(view)}</Text>
        <Rates views={detail.views} />
        {counts && ruleLift !== null && (
          <BlockStack gap="100">
            <Text as="p" tone="subdued">
              {t(`detail.chance.${table}`, { times: number(Math.round(ruleLift * 10) / 10) })}
            </Text>
            <Text as="p" tone="subdued">
              {t('detail.evidence', { evidence: t(`evidence.${counts.grade}`) })}
            </Text>
          </BlockStack>
        )}
      </BlockStack>
    </Card>
  );
}

/** The checks that a decision runs, in its own sequence, with where this pairing stands now. */
function Checks({ detail, view }: Properties) {
  const t = useTranslations('pairings');
  const { percent, money, number } = useFormats();
  const { price, priceMinor, margin, counts, boughtTitle: bought } = view;
  const { rating, likeness, marginFloorPercent } = detail;
  const floor = percent(marginFloorPercent / 100, 0);
  const limit = (value: number) => percent(value / 100, 0);
  const priced = () => {
    if (!price || priceMinor === null) return t('detail.check.priceUnknown');
    const { fromPercent, toPercent } = price.limits;
    const facts = { price: money(priceMinor), share: percent(price.share, 0), bought, to: limit(toPercent) };
    return fromPercent === null
      ? t('detail.check.priceTo', facts)
      : t('detail.check.priceFrom', { ...facts, from: limit(fromPercent) });
  };
  const checks = [
    likeness === null ? t('detail.check.owned') : t(`detail.check.likeness.${likeness}`),
    t('detail.check.sequence'),
    t('detail.check.tier', { standing: t(`standing.${view.tier ?? (counts ? 'few_orders' : 'uncounted')}`) }),
    ...(detail.requireEvidence && counts
      ? [t('detail.check.evidence', { evidence: t(`evidence.${counts.grade}`) })]
      : []),
    t(`detail.check.stock.${view.stock}`),
    rating === null
      ? t('detail.check.ratingUnknown')
      : t('detail.check.rating', { value: number(rating.value), count: rating.count }),
    ...(view.table === 'next_order' ? [t('detail.check.category')] : []),
    priced(),
    ...(margin === null || marginFloorPercent === 0
      ? []
      : [
          margin.share === null
            ? t('detail.check.marginUnknown', { floor })
            : t(margin.isKept ? 'detail.check.margin' : 'detail.check.marginBelow', {
                margin: percent(margin.share, margin.digits),
                floor,
              }),
        ]),
  ];
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {t('detail.checks')}
        </Text>
        <List>
          {checks.map((check) => (
            <List.Item key={check}>{check}</List.Item>
          ))}
        </List>
      </BlockStack>
    </Card>
  );
}
