import { useFetcher } from '@remix-run/react';
import { useAppBridge } from '@shopify/app-bridge-react';
import { Button, InlineStack, Text } from '@shopify/polaris';
import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { AnnotatedSection } from '#ui/annotated-section';

/** Brings back a setup guide that was dismissed. */
export function SetupGuideSection({ isDismissed }: { readonly isDismissed: boolean }) {
  const t = useTranslations('settings.guide');
  const shopify = useAppBridge();
  const fetcher = useFetcher<{ readonly kind: 'guide_shown' }>();
  const isShown = fetcher.state === 'idle' && fetcher.data?.kind === 'guide_shown';
  useEffect(() => {
    if (isShown) shopify.toast.show(t('shown'));
  }, [isShown, shopify, t]);
  const show = () =>
    fetcher.submit(JSON.stringify({ intent: 'show_guide' }), { method: 'post', encType: 'application/json' });
  return (
    <AnnotatedSection title={t('title')} text={t('text')}>
      <InlineStack align="space-between" blockAlign="center" gap="200">
        <Text as="p">{isDismissed ? t('dismissed') : t('onHome')}</Text>
        {isDismissed ? (
          <Button loading={fetcher.state !== 'idle'} onClick={show}>
            {t('show')}
          </Button>
        ) : (
          <Button url="/app">{t('open')}</Button>
        )}
      </InlineStack>
    </AnnotatedSection>
  );
}
