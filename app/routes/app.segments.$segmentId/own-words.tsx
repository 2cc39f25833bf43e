import { BlockStack, Card, Select, Text, TextField } from '@shopify/polaris';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { MESSAGE_KEYS, type MessageKey } from '#core/message/message-texts';
import type { OwnTexts } from '#core/segments/own-segment';
import type { OwnSegmentForm } from './use-own-segment';

const FIELDS = ['subject', 'headline'] as const;

/** Subject and headline of an e-mail in place of the sequence's; one e-mail at a time. */
export function OwnWords({ own }: { readonly own: OwnSegmentForm }) {
  const t = useTranslations('segments.page');
  const messages = useTranslations('sequences.message');
  const { differences } = own.segment;
  const { texts } = differences;
  const written = MESSAGE_KEYS.find((each) => texts[each] !== undefined);
  const [key, setKey] = useState<MessageKey>(written ?? 'one');
  const refused = MESSAGE_KEYS.find((each) =>
    FIELDS.some((field) => own.faultOf(`differences.texts.${each}.${field}`) !== undefined),
  );
  useEffect(() => {
    if (refused !== undefined) setKey(refused); // a red field is shown, whichever e-mail is its
  }, [refused]);
  const present: OwnTexts = texts[key] ?? { subject: null, headline: null };
  const set = (field: (typeof FIELDS)[number], text: string) => {
    const changed = { ...present, [field]: text === '' ? null : text };
    const { [key]: _before, ...others } = texts;
    const isEmpty = changed.subject === null && changed.headline === null;
    own.change(
      { differences: { ...differences, texts: isEmpty ? others : { ...others, [key]: changed } } },
      `differences.texts.${key}.${field}`,
    );
  };
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {t('words')}
          </Text>
          <Text as="p" tone="subdued">
            {t('wordsHelp')}
          </Text>
        </BlockStack>
        <Select
          label={t('message')}
          options={MESSAGE_KEYS.map((value) => ({ value, label: messages(value) }))}
          value={key}
          onChange={(chosen) => setKey(MESSAGE_KEYS.find((each) => each === chosen) ?? key)}
        />
        {FIELDS.map((field) => (
          <TextField
            key={field}
            id={own.fieldId(`differences.texts.${key}.${field}`)}
            autoComplete="off"
            label={t(field)}
            value={present[field] ?? ''}
            error={own.faultOf(`differences.texts.${key}.${field}`)}
            onChange={(text) => set(field, text)}
          />
        ))}
      </BlockStack>
    </Card>
  );
}
