import { Badge, BlockStack, Card, Page, Text } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import { personAddress } from '#ui/person-address';
import type { CandidateTrace, Gate } from '#core/decide/trace';
import type { Variation } from '#core/segments/settle-variation';
import { idNumber } from '#ui/id-number';
import { useFormats } from '#ui/use-formats';
import { useReasons } from '#ui/use-reasons';
import { useSegmentNames } from '#ui/use-segment-names';
import { VariationTable } from '#ui/variation-table';
import { Candidates } from './candidates';
import { Gates } from './gates';

type Properties = {
  readonly orderId: string;
  readonly personId: string | null;
  readonly touchNumber: number | null;
  readonly decidedAt: number;
  readonly verdict: 'enrol' | 'refuse' | 'send' | 'withhold' | 'skip' | 'defer' | 'exit';
  readonly reason: string | null;
  readonly settingsVersion: number;
  readonly gates: ReadonlyArray<Gate>;
  readonly candidates: CandidateTrace | null;
  readonly chosenProductId: string | null;
  readonly variation: Variation | null;
  readonly titles: Readonly<Record<string, string>>;
  readonly orderNames: Readonly<Record<string, string>>;
};

/** One decision: every check with what it looked at, and every product with why it lost. */
export function DecisionScreen(decision: Properties) {
  const { orderId, personId, touchNumber, verdict, reason, gates, candidates, titles, orderNames } = decision;
  const t = useTranslations('activity');
  const formats = useFormats();
  const reasonWords = useReasons();
  const isErased = gates.length === 0; // every decision asks at least one question
  const name = orderNames[orderId] ?? idNumber(orderId);
  const back =
    personId === null
      ? { content: t('title'), url: '/app/activity' }
      : { content: t('decision.back'), url: personAddress(personId) };
  return (
    <Page
      title={
        touchNumber === null
          ? t('decision.titleEntry', { name })
          : t('decision.title', { name, number: touchNumber })
      }
      titleMetadata={<Badge>{t(`decision.verdict.${verdict}`)}</Badge>}
      backAction={back}
    >
      <BlockStack gap="400">
        <Card>
          <BlockStack gap="100">
            <Text as="p" fontWeight="semibold">
              {reason === null ? t('decision.passedAll') : reasonWords(reason)}
            </Text>
            <Text as="p" tone="subdued">
              {t('decision.stored', {
                when: formats.dateTime(decision.decidedAt),
                version: decision.settingsVersion,
              })}
            </Text>
            {isErased && <Text as="p">{t('decision.erased')}</Text>}
          </BlockStack>
        </Card>
        {!isErased && <Gates gates={gates} titles={titles} orderNames={orderNames} />}
        {decision.variation !== null && <SegmentsCard variation={decision.variation} />}
        {candidates !== null && (
          <Candidates candidates={candidates} chosenProductId={decision.chosenProductId} titles={titles} />
        )}
      </BlockStack>
    </Page>
  );
}

/** The segments that held the customer, and which of them decided each difference. */
function SegmentsCard({ variation }: { readonly variation: Variation }) {
  const t = useTranslations('segments.variation');
  const title = useTranslations('activity.decision');
  const nameOf = useSegmentNames();
  const { segments } = variation;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {title('segments')}
        </Text>
        <Text as="p">
          {segments.length === 0 ? t('none') : t('held', { names: segments.map(nameOf).join(', ') })}
        </Text>
        {segments.length > 0 && <VariationTable variation={variation} />}
      </BlockStack>
    </Card>
  );
}
