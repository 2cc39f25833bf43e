import { BlockStack, Button, Card, ChoiceList, InlineError, InlineStack, Text } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import { ConditionFields } from './condition-fields';
import type { SegmentPage } from './segment-page';
import type { DraftCondition, OwnSegmentForm } from './use-own-segment';

const JOINS = ['all', 'any'] as const;
const FIRST: DraftCondition = { fact: 'order_count', is: 'at_least', value: '' };

/** Who is in a segment: conditions, and whether all of them or any one has to hold. */
export function Conditions({
  own,
  ...known
}: Pick<SegmentPage, 'currency' | 'categories' | 'borders' | 'titles'> & { readonly own: OwnSegmentForm }) {
  const t = useTranslations('segments.page');
  const { conditions, join } = own.segment;
  const fault = own.faultOf('conditions');
  const addId = own.fieldId('conditions'); // where a refused save leads when there is no condition
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          {t('conditions')}
        </Text>
        {conditions.length > 1 && (
          <ChoiceList
            title={t('join')}
            choices={JOINS.map((value) => ({ value, label: t(`joins.${value}`) }))}
            selected={[join]}
            onChange={([chosen]) => own.change({ join: chosen === 'any' ? 'any' : 'all' }, 'join')}
          />
        )}
        {conditions.map((condition, at) => (
          <ConditionFields
            // Nothing else tells two equal conditions apart; what is typed is in the form, not in the fields.
            key={`${at} ${condition.fact}`}
            {...known}
            id={own.fieldId(`conditions.${at}`)}
            number={at + 1}
            condition={condition}
            fault={own.faultOf(`conditions.${at}.value`) ?? own.faultOf(`conditions.${at}.is`)}
            onChange={(changed) =>
              own.change({ conditions: conditions.with(at, changed) }, `conditions.${at}`)
            }
            onRemove={() => own.change({ conditions: conditions.toSpliced(at, 1) }, 'conditions')}
          />
        ))}
        {fault !== undefined && <InlineError message={fault} fieldID={addId} />}
        <InlineStack>
          <Button
            id={addId}
            onClick={() => own.change({ conditions: [...conditions, FIRST] }, 'conditions.none')}
          >
            {t('addCondition')}
          </Button>
        </InlineStack>
      </BlockStack>
    </Card>
  );
}
