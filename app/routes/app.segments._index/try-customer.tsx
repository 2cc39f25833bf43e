import { useFetcher } from '@remix-run/react';
import { Banner, BlockStack, Button, TextField } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { TriedCustomer } from '#flows/try-customer';
import { AnnotatedSection } from '#ui/annotated-section';
import { useReasons } from '#ui/use-reasons';
import { useSegmentNames } from '#ui/use-segment-names';
import { VariationTable } from '#ui/variation-table';

type Answer = TriedCustomer | { readonly kind: 'failed' };

/** What the segments do to the person with an address that the merchant types. */
export function TryCustomer() {
  const t = useTranslations('segments.try');
  const fetcher = useFetcher<Answer>();
  const [email, setEmail] = useState('');
  const isBusy = fetcher.state !== 'idle';
  const answer = isBusy ? undefined : fetcher.data;
  const ask = () =>
    fetcher.submit(JSON.stringify({ intent: 'try', email: email.trim() }), {
      method: 'post',
      encType: 'application/json',
    });
  return (
    <AnnotatedSection title={t('title')} text={t('text')}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          ask();
        }}
      >
        <BlockStack gap="400">
          <TextField
            type="email"
            inputMode="email"
            autoComplete="off"
            label={t('email')}
            value={email}
            onChange={setEmail}
            error={answer?.kind === 'not_an_address' ? t('notAnAddress') : undefined}
            connectedRight={
              <Button submit loading={isBusy}>
                {t('check')}
              </Button>
            }
          />
          <div role="status">{answer && <AnswerLines answer={answer} />}</div>
        </BlockStack>
      </form>
    </AnnotatedSection>
  );
}

function AnswerLines({ answer }: { readonly answer: Answer }) {
  const t = useTranslations('segments.try');
  const reasonWords = useReasons();
  const nameOf = useSegmentNames();
  if (answer.kind === 'not_an_address') return null;
  if (answer.kind === 'failed') return <Banner tone="critical">{t('failed')}</Banner>;
  if (answer.kind === 'unknown') return <Banner tone="warning">{t('unknown')}</Banner>;
  const { variation, basis, orderName, silentFor } = answer;
  const { segments } = variation;
  return (
    <BlockStack gap="300">
      {silentFor !== null && (
        <Banner tone="warning">{t('silent', { reason: reasonWords(silentFor) })}</Banner>
      )}
      <Banner
        tone="success"
        title={
          segments.length === 0
            ? t('none')
            : t('matches', { count: segments.length, names: segments.map(nameOf).join(', ') })
        }
      >
        {t(basis, { order: orderName })}
      </Banner>
      {segments.length > 0 && <VariationTable variation={variation} />}
    </BlockStack>
  );
}
