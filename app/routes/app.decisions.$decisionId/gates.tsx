import { Badge, BlockStack, Card, Text } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import type { Gate } from '#core/decide/trace';
import { SimpleTable } from '#ui/simple-table';
import { useFormats } from '#ui/use-formats';
import { useReasons } from '#ui/use-reasons';
import { useGateInput, type Names } from './use-gate-input';

/** Every check in the order in which it was asked; the first that failed decided. */
export function Gates({ gates, ...names }: Names & { readonly gates: ReadonlyArray<Gate> }) {
  const t = useTranslations('activity.decision');
  const questions = useTranslations('reasons.gate');
  const formats = useFormats();
  const reasonWords = useReasons();
  const inputOf = useGateInput(names);
  const deciding = gates.find(({ passed }) => !passed)?.gate;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {t('gates')}
        </Text>
        <SimpleTable
          caption={t('gates')}
          columns={[
            { title: t('columns.check') },
            { title: t('columns.answer') },
            { title: t('columns.looked') },
          ]}
          rows={gates.map((gate) => ({
            key: gate.gate,
            cells: [
              questions(gate.gate),
              <BlockStack gap="100" key="answer" inlineAlign="start">
                <Badge tone={gate.passed ? 'success' : gate.gate === deciding ? 'critical' : 'attention'}>
                  {gate.passed ? t('passed') : gate.gate === deciding ? t('stopped') : t('alsoFailed')}
                </Badge>
                {gate.reason !== null && <span>{reasonWords(gate.reason)}</span>}
                {gate.deferUntil !== undefined && (
                  <span>{t('until', { when: formats.dateTime(gate.deferUntil) })}</span>
                )}
              </BlockStack>,
              <ul key="looked" style={{ margin: 0, paddingInlineStart: '1rem' }}>
                {inputOf(gate).map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>,
            ],
          }))}
        />
      </BlockStack>
    </Card>
  );
}
