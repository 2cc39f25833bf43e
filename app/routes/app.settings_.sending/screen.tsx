import { useFetcher } from '@remix-run/react';
import {
  Banner,
  BlockStack,
  Button,
  Card,
  ChoiceList,
  InlineGrid,
  InlineStack,
  Page,
  Text,
  TextField,
} from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import type { DeliveryKind } from '#flows/ports/sending-store';
import { EventsCard, type EventsSetUp } from './events-card';
import { SettingsBanner, SettingsSaveBar, useSettingsForm } from '#ui/use-settings-form';

type Properties = {
  readonly revision: number;
  readonly isChosen: boolean;
  readonly kind: DeliveryKind;
  readonly senderName: string | null;
  readonly senderAddress: string | null;
  readonly keyEnd: string | null; // null: no key is kept
  readonly events: EventsSetUp;
  readonly postalAddress: string;
};

const TESTED = ['newKey', 'senderName', 'senderAddress'] as const;

export function SendingScreen(loaded: Properties) {
  const t = useTranslations('settings.sending');
  const { revision, isChosen, kind, senderName, senderAddress, keyEnd, events, postalAddress } = loaded;
  const form = useSettingsForm({
    version: revision,
    values: { kind, senderName, senderAddress, newKey: null, newEventKey: null },
    sendsAll: true,
  });
  const tester = useFetcher<{ readonly kind: 'tested'; readonly result: string }>();
  const result = tester.state === 'idle' ? tester.data?.result : undefined;
  const test = () => {
    const values = Object.fromEntries(TESTED.map((path) => [path, form.value<string | null>(path)]));
    tester.submit(JSON.stringify({ intent: 'test', values }), {
      method: 'post',
      encType: 'application/json',
    });
  };
  const errorOf = (path: string) => {
    const problem = form.faults[path];
    return problem === undefined ? undefined : t(`problem.${problem}`);
  };
  return (
    <Page title={t('title')} subtitle={t('text')} backAction={{ content: t('back'), url: '/app/settings' }}>
      <SettingsSaveBar form={form} />
      <BlockStack gap="400">
        <SettingsBanner
          form={form}
          labels={{
            kind: t('delivery'),
            newKey: t('key'),
            newEventKey: t('events.key'),
            senderName: t('senderName'),
            senderAddress: t('senderAddress'),
          }}
        />
        <Card>
          <BlockStack gap="400">
            {!isChosen && <Text as="p">{t('byDefault', { kind })}</Text>}
            <ChoiceList
              title={t('delivery')}
              choices={[
                { value: 'outbox', label: t('outbox'), helpText: t('outboxHelp') },
                { value: 'sendgrid', label: t('sendgrid'), helpText: t('sendgridHelp') },
              ]}
              selected={[form.value<string>('kind')]}
              error={errorOf('kind')}
              onChange={([chosen]) => form.set('kind', chosen)}
            />
            <TextField
              {...form.textField('newKey', { emptyIsNull: true })}
              type="password"
              autoComplete="new-password"
              label={t('key')}
              error={errorOf('newKey')}
              helpText={keyEnd === null ? t('keyHelp') : t('keySet', { end: keyEnd })}
            />
            <InlineGrid columns={{ xs: 1, sm: 2 }} gap="400">
              <TextField
                {...form.textField('senderName', { emptyIsNull: true })}
                label={t('senderName')}
                helpText={t('senderNameHelp')}
              />
              <TextField
                {...form.textField('senderAddress', { emptyIsNull: true })}
                type="email"
                label={t('senderAddress')}
                error={errorOf('senderAddress')}
                helpText={t('senderAddressHelp')}
              />
            </InlineGrid>
            <Text as="p" tone={postalAddress === '' ? 'critical' : 'subdued'}>
              {postalAddress === '' ? t('noPostal') : t('postal', { address: postalAddress })}
            </Text>
            <InlineStack gap="200" blockAlign="center">
              <Button loading={tester.state !== 'idle'} onClick={test}>
                {t('test')}
              </Button>
              <Text as="span" tone="subdued">
                {t('testHelp')}
              </Text>
            </InlineStack>
            {result !== undefined && (
              <Banner tone={result === 'accepted' ? 'success' : 'critical'}>
                {t(`testResult.${result}`)}
              </Banner>
            )}
          </BlockStack>
        </Card>
        {form.value<string>('kind') === 'sendgrid' && (
          <EventsCard
            form={form}
            events={events}
            isSending={isChosen && kind === 'sendgrid'}
            error={errorOf('newEventKey')}
          />
        )}
      </BlockStack>
    </Page>
  );
}
