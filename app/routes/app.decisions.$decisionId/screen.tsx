import { Badge, BlockStack, Card, Page, Text } from '@shopify/polaris';
import type { CandidateTrace, Gate } from '#core/decide/trace';
import { idNumber, touchName, wordsOf } from '#ui/decision-words';

type Properties = {
  readonly orderId: string;
  readonly touchNumber: number | null;
  readonly verdict: string;
  readonly reason: string | null;
  readonly arm: string | null;
  readonly gates: ReadonlyArray<Gate>;
  readonly candidates: CandidateTrace | null;
  readonly chosenProductId: string | null;
};

export function DecisionScreen(decision: Properties) {
  const { orderId, touchNumber, verdict, reason, arm, gates, candidates, chosenProductId } = decision;
  return (
    <Page
      title={`Order ${idNumber(orderId)}, ${touchName(touchNumber)}`}
      backAction={{ content: 'Home', url: '/app' }}
      titleMetadata={<Badge>{wordsOf(verdict)}</Badge>}
    >
      <BlockStack gap="400">
        <Card>
          <BlockStack gap="100">
            {reason !== null && <Text as="p">Reason: {wordsOf(reason)}</Text>}
            {arm !== null && <Text as="p">Arm: {wordsOf(arm)}</Text>}
          </BlockStack>
        </Card>
        <Gates gates={gates} />
        {candidates !== null && <Candidates candidates={candidates} chosenProductId={chosenProductId} />}
      </BlockStack>
    </Page>
  );
}

function Gates({ gates }: Pick<Properties, 'gates'>) {
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h2" variant="headingMd">
          Gates
        </Text>
        {gates.map(({ gate, passed, reason, input }) => (
          <div key={gate}>
            <Text as="h3" variant="headingSm">
              {wordsOf(gate)}: {passed ? 'passed' : wordsOf(reason ?? 'failed')}
            </Text>
            <Text as="p" tone="subdued">
              {Object.entries(input)
                .map(([name, value]) => `${name}: ${value}`)
                .join(', ')}
            </Text>
          </div>
        ))}
      </BlockStack>
    </Card>
  );
}

function Candidates({
  candidates,
  chosenProductId,
}: {
  readonly candidates: CandidateTrace;
  readonly chosenProductId: string | null;
}) {
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h2" variant="headingMd">
          Candidates
        </Text>
        {candidates.best.map(({ productId, tier, support, anchorBuyers, reason }) => (
          <Text as="p" key={productId}>
            Product {idNumber(productId)}: {tier === null ? 'no pairing' : wordsOf(tier)}, bought by {support}{' '}
            of {anchorBuyers};{' '}
            {productId === chosenProductId ? 'chosen' : reason === null ? 'ranked lower' : wordsOf(reason)}
          </Text>
        ))}
        {Object.entries(candidates.others).map(([reason, products]) => (
          <Text as="p" tone="subdued" key={reason}>
            {wordsOf(reason)}: {products.length} more
          </Text>
        ))}
      </BlockStack>
    </Card>
  );
}
