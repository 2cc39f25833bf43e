import { Banner, BlockStack, Card, List, Text, TextField } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import { useFormats } from '#ui/use-formats';
import type { SettingsForm } from '#ui/use-settings-form';

export type EventsSetUp = {
  readonly address: string; // where the shop's account posts its events
  readonly keyEnd: string | null; // null: no key is kept
  readonly seenAt: number | null; // null: nothing came in yet
};

const STEPS = ['stepAddress', 'stepKinds', 'stepKey', 'stepTest'] as const;

/** How the shop's own SendGrid account comes to tell of bounces and complaints, and whether it does. */
export function EventsCard({
  form,
  events,
  isSending,
  error,
}: {
  readonly form: SettingsForm;
  readonly events: EventsSetUp;
  readonly isSending: boolean; // by this account, as saved
  readonly error: string | undefined;
}) {
  const t = useTranslations('settings.sending.events');
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          {t('title')}
        </Text>
        {isSending && <Standing events={events} />}
        <Text as="p">{t('text')}</Text>
        <List type="number">
          {STEPS.map((step) => (
            <List.Item key={step}>{t(step)}</List.Item>
          ))}
        </List>
        <TextField
          label={t('address')}
          helpText={t('addressHelp')}
          autoComplete="off"
          value={events.address}
          readOnly
          selectTextOnFocus
        />
        <TextField
          {...form.textField('newEventKey', { emptyIsNull: true })}
          label={t('key')}
          helpText={events.keyEnd === null ? t('keyHelp') : t('keySet', { end: events.keyEnd })}
          error={error}
        />
      </BlockStack>
    </Card>
  );
}

function Standing({ events: { keyEnd, seenAt } }: { readonly events: EventsSetUp }) {
  const t = useTranslations('settings.sending.events');
  const formats = useFormats();
  if (keyEnd !== null && seenAt !== null)
    return <Banner tone="success">{t('heard', { when: formats.dateTime(seenAt) })}</Banner>;
  return (
    <Banner tone="critical" title={t('noKeyTitle')}>
      {keyEnd === null ? t('noKey') : t('unheard')}
    </Banner>
  );
}
