import { useFetcher } from '@remix-run/react';
import { Modal, TitleBar, useAppBridge } from '@shopify/app-bridge-react';
import { Badge, BlockStack, Box, Button, Card, InlineStack, List, Page, Text } from '@shopify/polaris';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ListedVersion } from '#flows/list-settings-versions';
import type { RestoreSettingsResult } from '#flows/restore-settings';
import { AfterMount } from '#ui/after-mount';
import { useFormats } from '#ui/use-formats';
import { ChangeLine, type Change } from './change-line';

/** As it comes over the wire, where a value that was never there is left out. */
type Version = Omit<ListedVersion, 'changes'> & { readonly changes: ReadonlyArray<Change> };

type Properties = {
  readonly newest: number;
  readonly hasOlder: boolean;
  readonly versions: ReadonlyArray<Version>;
};

const CONFIRM = 'restore-settings';

export function HistoryScreen({ newest, hasOlder, versions }: Properties) {
  const t = useTranslations('settings.versions');
  const shopify = useAppBridge();
  const fetcher = useFetcher<RestoreSettingsResult>();
  const [wanted, setWanted] = useState<Version | null>(null);

  useEffect(() => {
    const answer = fetcher.state === 'idle' ? fetcher.data : undefined;
    if (!answer) return;
    if (answer.kind === 'saved') shopify.toast.show(t('done', { version: answer.version }));
    else shopify.toast.show(t(answer.kind));
  }, [fetcher.state, fetcher.data, shopify, t]);

  const restore = () => {
    if (wanted === null) return;
    fetcher.submit(JSON.stringify({ version: wanted.version, seenNewest: newest }), {
      method: 'post',
      encType: 'application/json',
    });
    void shopify.modal.hide(CONFIRM);
  };
  return (
    <Page title={t('title')} subtitle={t('text')} backAction={{ content: t('back'), url: '/app/settings' }}>
      <BlockStack gap="400">
        {versions.map((version) => (
          <VersionCard
            key={version.version}
            version={version}
            isNewest={version.version === newest}
            onRestore={() => {
              setWanted(version);
              void shopify.modal.show(CONFIRM);
            }}
          />
        ))}
        {hasOlder && (
          <Text as="p" tone="subdued">
            {t('older')}
          </Text>
        )}
      </BlockStack>
      <AfterMount>
        <Modal id={CONFIRM}>
          <Box padding="400">
            <Text as="p">{t('confirm', { count: wanted?.undoes ?? 0 })}</Text>
          </Box>
          <TitleBar title={t('confirmTitle', { version: wanted?.version ?? 0 })}>
            <button variant="primary" disabled={fetcher.state !== 'idle'} onClick={restore}>
              {t('goBack')}
            </button>
            <button onClick={() => void shopify.modal.hide(CONFIRM)}>{t('cancel')}</button>
          </TitleBar>
        </Modal>
      </AfterMount>
    </Page>
  );
}

function VersionCard({
  version,
  isNewest,
  onRestore,
}: {
  readonly version: Version;
  readonly isNewest: boolean;
  readonly onRestore: () => void;
}) {
  const t = useTranslations('settings.versions');
  const formats = useFormats();
  const { savedBy, savedAt, changes, undoes } = version;
  return (
    <Card>
      <BlockStack gap="200">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <InlineStack gap="200" blockAlign="center">
            <Text as="h2" variant="headingSm">
              {t('versionNumber', { version: version.version })}
            </Text>
            {isNewest && <Badge tone="success">{t('now')}</Badge>}
          </InlineStack>
          {undoes > 0 && (
            <Button accessibilityLabel={t('goBackTo', { version: version.version })} onClick={onRestore}>
              {t('goBack')}
            </Button>
          )}
        </InlineStack>
        <Text as="p" tone="subdued">
          {t('saved', { who: savedBy, when: formats.dateTime(savedAt) })}
        </Text>
        {changes.length === 0 ? (
          <Text as="p">{version.version === 0 ? t('first') : t('nothing')}</Text>
        ) : (
          <List>
            {changes.map((change) => (
              <List.Item key={change.path}>
                <ChangeLine change={change} />
              </List.Item>
            ))}
          </List>
        )}
      </BlockStack>
    </Card>
  );
}
