import { useFetcher } from '@remix-run/react';
import { Button, BlockStack, InlineGrid, InlineStack, Select, Text, TextField } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { SUPPRESSION_KINDS } from '#core/suppression/suppression-entry';
import type { FoundEntry } from '#flows/keep-suppression-list';
import { SimpleTable } from '#ui/simple-table';
import { useFormats } from '#ui/use-formats';

type Answer =
  | { readonly kind: 'added'; readonly result: 'added' | 'already_there' | 'not_an_address' }
  | { readonly kind: 'found'; readonly listed: ReadonlyArray<FoundEntry> | null }
  | { readonly kind: 'removed'; readonly count: number | null };

/** One address or domain: add it, look it up, take it off again. */
export function OnePerson() {
  const t = useTranslations('suppression.people');
  const fetcher = useFetcher<Answer>();
  const [text, setText] = useState('');
  const [kind, setKind] = useState('vip_custom');
  const answer = fetcher.state === 'idle' ? fetcher.data : undefined;
  const isInvalid =
    (answer?.kind === 'added' && answer.result === 'not_an_address') ||
    (answer?.kind === 'found' && answer.listed === null) ||
    (answer?.kind === 'removed' && answer.count === null);
  const ask = (intent: string, more: Readonly<Record<string, string>> = {}) =>
    fetcher.submit(JSON.stringify({ intent, text, ...more }), {
      method: 'post',
      encType: 'application/json',
    });
  const isBusy = fetcher.state !== 'idle';
  return (
    <BlockStack gap="300">
      <InlineGrid columns={{ xs: 1, sm: 2 }} gap="300">
        <TextField
          autoComplete="off"
          label={t('field')}
          placeholder={t('placeholder')}
          value={text}
          error={isInvalid ? t('invalid') : undefined}
          onChange={setText}
        />
        <Select
          label={t('kind')}
          options={SUPPRESSION_KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
          value={kind}
          onChange={setKind}
        />
      </InlineGrid>
      <InlineStack gap="200">
        <Button disabled={isBusy || text === ''} onClick={() => ask('add', { kind })}>
          {t('add')}
        </Button>
        <Button disabled={isBusy || text === ''} onClick={() => ask('find')}>
          {t('find')}
        </Button>
      </InlineStack>
      <div role="status">{answer && <AnswerLine answer={answer} onRemove={() => ask('remove')} />}</div>
    </BlockStack>
  );
}

function AnswerLine({ answer, onRemove }: { readonly answer: Answer; readonly onRemove: () => void }) {
  const t = useTranslations('suppression.people');
  const formats = useFormats();
  if (answer.kind === 'added')
    return answer.result === 'not_an_address' ? null : <Text as="p">{t(answer.result)}</Text>;
  if (answer.kind === 'removed')
    return answer.count === null ? null : <Text as="p">{t('removed', { count: answer.count })}</Text>;
  if (answer.listed === null) return null;
  if (answer.listed.length === 0) return <Text as="p">{t('notListed')}</Text>;
  const sourceOf = (source: string) =>
    t.has(`sources.${source}`) ? t(`sources.${source}`) : t('sources.other');
  return (
    <BlockStack gap="200">
      <SimpleTable
        caption={t('found')}
        columns={[{ title: t('scope') }, { title: t('kind') }, { title: t('source') }, { title: t('since') }]}
        rows={answer.listed.map(({ scope, kind, source, at }) => ({
          key: `${scope} ${kind} ${source}`,
          cells: [t(`scopes.${scope}`), t(`kinds.${kind}`), sourceOf(source), formats.date(at)],
        }))}
      />
      {answer.listed.some(({ scope, isRemovable }) => scope === 'domain' && !isRemovable) && (
        <Text as="p">{t('byDomain')}</Text>
      )}
      {answer.listed.some(({ isRemovable }) => isRemovable) && (
        <InlineStack>
          <Button onClick={onRemove}>{t('remove')}</Button>
        </InlineStack>
      )}
    </BlockStack>
  );
}
