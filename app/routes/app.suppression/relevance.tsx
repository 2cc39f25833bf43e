import { Banner, BlockStack, Checkbox, Divider, InlineGrid, TextField } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { AnnotatedSection } from '#ui/annotated-section';
import type { SettingsForm } from '#ui/use-settings-form';
import { StoppedLink, type Stopped } from './stopped-link';

const UNENGAGED = 'suppression.pauseUnengaged';

export function Relevance({ form, stopped }: { readonly form: SettingsForm; readonly stopped: Stopped }) {
  const t = useTranslations('suppression.relevance');
  const isTurnedOff = form.changed[UNENGAGED] === false;
  return (
    <AnnotatedSection title={t('title')} text={t('text')}>
      <BlockStack gap="400">
        <InlineGrid columns="1fr auto" gap="400">
          <Checkbox
            id={UNENGAGED}
            label={t('unengaged')}
            helpText={t('unengagedHelp')}
            checked={form.value<boolean>(UNENGAGED)}
            onChange={(isOn) => form.set(UNENGAGED, isOn)}
          />
          <StoppedLink reason="unengaged" rule={t('unengaged')} stopped={stopped} />
        </InlineGrid>
        {isTurnedOff && (
          <Banner tone="warning">{t('turnOffWarning', { count: stopped['unengaged'] ?? 0 })}</Banner>
        )}
        <Divider />
        <Tags form={form} path="suppression.vipTags" label={t('vipTags')} />
        <Tags form={form} path="suppression.wholesaleTags" label={t('wholesaleTags')} />
      </BlockStack>
    </AnnotatedSection>
  );
}

/** The text as typed stays while it is being typed; the setting is the tags in it. */
function Tags({
  form,
  path,
  label,
}: {
  readonly form: SettingsForm;
  readonly path: string;
  readonly label: string;
}) {
  const t = useTranslations('suppression.relevance');
  const tags = form.value<ReadonlyArray<string>>(path);
  const [typed, setTyped] = useState<string | null>(null);
  const isTyped = typed !== null && JSON.stringify(tagsIn(typed)) === JSON.stringify(tags);
  return (
    <TextField
      id={path}
      autoComplete="off"
      label={label}
      helpText={t('tagsHelp')}
      error={form.faults[path]}
      value={isTyped ? typed : tags.join(', ')}
      onChange={(text) => {
        setTyped(text);
        form.set(path, tagsIn(text));
      }}
    />
  );
}

function tagsIn(text: string): ReadonlyArray<string> {
  return [
    ...new Set(
      text
        .split(',')
        .map((tag) => tag.trim())
        .filter((tag) => tag !== ''),
    ),
  ];
}
