import { Badge, BlockStack, Card, Text } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import type { Candidate, CandidateTrace } from '#core/decide/trace';
import { CANDIDATE_REASONS } from '#core/suppression/reasons';
import { idNumber } from '#ui/id-number';
import { SimpleTable } from '#ui/simple-table';
import { useFormats } from '#ui/use-formats';
import { useSignalWords } from './use-signal-words';

const LABELS = [
  'category_unknown', 'category_kept', 'learned_from_category', 'same_thing', 'same_model', 'contains_it',
] as const; // prettier-ignore
const OTHERS = [...CANDIDATE_REASONS, 'ranked_lower'] as const;

/** Every product that was looked at: the best with their score parts, of the others how many lost for which reason. */
export function Candidates({
  candidates,
  chosenProductId,
  titles,
}: {
  readonly candidates: CandidateTrace;
  readonly chosenProductId: string | null;
  readonly titles: Readonly<Record<string, string>>;
}) {
  const t = useTranslations('activity.decision');
  const reasonWords = useTranslations('reasons.candidate');
  const partsOf = useScoreParts();
  const signalWords = useSignalWords();
  const titleOf = (id: string) => titles[id] ?? t('productNumber', { number: idNumber(id) });
  const others = OTHERS.flatMap((reason) => {
    const count = candidates.others[reason]?.length ?? 0;
    return count === 0 ? [] : [{ reason, count }];
  });
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {t('candidates')}
        </Text>
        {candidates.weights && (
          <Text as="p" tone="subdued">
            {signalWords.ofWeights(candidates.weights)}
          </Text>
        )}
        {candidates.best.length === 0 ? (
          <Text as="p">{t('noCandidates')}</Text>
        ) : (
          <SimpleTable
            caption={t('candidates')}
            columns={[
              { title: t('candidateColumns.product') },
              { title: t('candidateColumns.evidence') },
              { title: t('candidateColumns.price'), isNumber: true },
              { title: t('candidateColumns.why') },
            ]}
            rows={candidates.best.map((candidate, at) => ({
              key: `${candidate.productId} ${candidate.anchorProductId} ${at}`,
              cells: [
                <BlockStack key="product">
                  <span>{titleOf(candidate.productId)}</span>
                  <Text as="span" tone="subdued">
                    {t('goesWith', { product: titleOf(candidate.anchorProductId) })}
                  </Text>
                </BlockStack>,
                <BlockStack key="evidence">
                  {partsOf(candidate).evidence.map((part) => (
                    <span key={part}>{part}</span>
                  ))}
                </BlockStack>,
                partsOf(candidate).price,
                <BlockStack key="why" inlineAlign="start">
                  {at === 0 && candidate.productId === chosenProductId ? (
                    <Badge tone="success">{t('chosen')}</Badge>
                  ) : (
                    <span>{reasonWords(candidate.reason ?? 'ranked_lower')}</span>
                  )}
                  {LABELS.filter((label) => candidate.labels.includes(label)).map((label) => (
                    <span key={label}>{t(`label.${label}`)}</span>
                  ))}
                </BlockStack>,
              ],
            }))}
          />
        )}
        {others.map(({ reason, count }) => (
          <Text as="p" tone="subdued" key={reason}>
            {t('others', { count, reason: reasonWords(reason) })}
          </Text>
        ))}
      </BlockStack>
    </Card>
  );
}

function useScoreParts() {
  const t = useTranslations('activity.decision');
  const signalWords = useSignalWords();
  const formats = useFormats();
  return ({
    table,
    support,
    anchorBuyers,
    confidence,
    tier,
    wilsonLower,
    ruleLift,
    score,
    signals,
    ...price
  }: Candidate) => ({
    evidence:
      table === 'replenishment'
        ? [t('again')]
        : [
            t('evidence', {
              support: formats.number(support),
              buyers: formats.number(anchorBuyers),
              rate: formats.percent(confidence),
              tier: t(`tier.${tier ?? 'none'}`),
            }),
            ...(wilsonLower === null || ruleLift === null
              ? []
              : [
                  t('parts', {
                    lower: formats.percent(wilsonLower),
                    lift: ruleLift.toFixed(1),
                  }),
                ]),
            signalWords.ofCandidate({ score, signals }),
          ],
    price:
      price.priceMinor === null
        ? t('unknown')
        : t('share', {
            price: formats.money(price.priceMinor),
            percent:
              price.priceBaseMinor === 0
                ? t('unknown')
                : formats.percent(price.priceMinor / price.priceBaseMinor, 0),
            base: formats.money(price.priceBaseMinor),
          }),
  });
}
