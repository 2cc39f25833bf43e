import {
  Badge,
  BlockStack,
  Card,
  EmptyState,
  IndexTable,
  InlineStack,
  Link,
  Page,
  Text,
} from '@shopify/polaris';
import { idNumber, touchName, wordsOf } from '#ui/decision-words';

type Decision = {
  readonly decisionId: string;
  readonly orderId: string;
  readonly touchNumber: number | null;
  readonly verdict: string;
  readonly reason: string | null;
  readonly decidedAt: number;
};

type Properties = {
  readonly name: string;
  readonly isOn: boolean;
  readonly pausedDetail: string | null;
  readonly sender: string;
  readonly senderAddress: string | null; // null: e-mails stay in the outbox folder
  readonly decisions: ReadonlyArray<Decision>;
};

export function HomeScreen({ name, isOn, pausedDetail, sender, senderAddress, decisions }: Properties) {
  return (
    <Page title={name}>
      <BlockStack gap="400">
        <Card>
          <BlockStack gap="200">
            <InlineStack gap="200" blockAlign="center">
              <Text as="h2" variant="headingMd">
                Sequence
              </Text>
              <Badge tone={isOn ? 'success' : 'attention'}>{isOn ? 'On' : 'Paused'}</Badge>
            </InlineStack>
            {pausedDetail !== null && <Text as="p">{pausedDetail}</Text>}
            <Text as="p">
              Sender: {sender}
              {senderAddress === null ? ' (e-mails stay in the outbox)' : ` <${senderAddress}>`}
            </Text>
          </BlockStack>
        </Card>
        <Card padding="0">
          {decisions.length === 0 ? <NoDecisions /> : <Decisions decisions={decisions} />}
        </Card>
      </BlockStack>
    </Page>
  );
}

function NoDecisions() {
  return (
    <EmptyState heading="No decisions yet" image="">
      <p>Encore decides about every order that comes in from now on, and shows here what and why.</p>
    </EmptyState>
  );
}

function Decisions({ decisions }: Pick<Properties, 'decisions'>) {
  return (
    <IndexTable
      resourceName={{ singular: 'decision', plural: 'decisions' }}
      itemCount={decisions.length}
      selectable={false}
      headings={[
        { title: 'Order' },
        { title: 'Touch' },
        { title: 'Verdict' },
        { title: 'Reason' },
        { title: 'When' },
      ]}
    >
      {decisions.map(({ decisionId, orderId, touchNumber, verdict, reason, decidedAt }, position) => (
        <IndexTable.Row id={decisionId} key={decisionId} position={position}>
          <IndexTable.Cell>
            <Link url={`/app/decisions/${decisionId}`}>{idNumber(orderId)}</Link>
          </IndexTable.Cell>
          <IndexTable.Cell>{touchName(touchNumber)}</IndexTable.Cell>
          <IndexTable.Cell>{wordsOf(verdict)}</IndexTable.Cell>
          <IndexTable.Cell>{reason === null ? '' : wordsOf(reason)}</IndexTable.Cell>
          <IndexTable.Cell>
            <time dateTime={new Date(decidedAt).toISOString()}>
              {new Date(decidedAt).toISOString().slice(0, 16)}
            </time>
          </IndexTable.Cell>
        </IndexTable.Row>
      ))}
    </IndexTable>
  );
}
