import { useFetcher, useRevalidator } from '@remix-run/react';
import { TitleBar, useAppBridge } from '@shopify/app-bridge-react';
import { BlockStack, InlineGrid, Page } from '@shopify/polaris';
import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import type { Home } from '#flows/load-home';
import { AttentionCard } from './attention';
import { HomeBanner } from './banner';
import { Figures } from './figures';
import { SetupGuide } from './guide';
import { NextCard } from './next';
import { PAUSE_MODAL, PauseModal } from './pause-modal';
import { Readiness } from './readiness';
import type { Wish } from './wish';

const REFRESH_MS = 3000;

export function HomeScreen(home: Home) {
  const t = useTranslations('home');
  const shopify = useAppBridge();
  const wish = useWish();
  useRefresh(home.isImporting);
  // What is due while the sequence is off is skipped: no pause makes it wait, and no end of one lets it go.
  const isOff = home.heldBy === 'sequence_off';
  const due = home.next.reduce((sum, touch) => sum + (touch.isOn && !isOff ? touch.due : 0), 0);
  return (
    <Page title={t('title')}>
      <TitleBar title={t('title')}>
        {!home.isPaused && (
          <button onClick={() => void shopify.modal.show(PAUSE_MODAL)}>{t('pause.action')}</button>
        )}
      </TitleBar>
      <PauseModal due={due} onPause={() => wish('pause_sending')} />
      <BlockStack gap="400">
        <HomeBanner home={home} due={due} wish={wish} />
        {home.readiness && <Readiness readiness={home.readiness} isTouchThreeOn={home.isTouchThreeOn} />}
        {home.isGuideShown && <SetupGuide home={home} wish={wish} />}
        <Figures report={home.report} />
        <InlineGrid columns={{ xs: 1, md: ['twoThirds', 'oneThird'] }} gap="400">
          <AttentionCard attention={home.attention} />
          <NextCard next={home.next} heldBy={home.heldBy} />
        </InlineGrid>
      </BlockStack>
    </Page>
  );
}

/** Sends one wish to the page's action and says in a toast that it was done. */
function useWish() {
  const fetcher = useFetcher<{ readonly done: Wish }>();
  const shopify = useAppBridge();
  const t = useTranslations('home.toast');
  const done = fetcher.state === 'idle' ? fetcher.data?.done : undefined;
  useEffect(() => {
    if (done === 'pause_sending') shopify.toast.show(t('paused'));
    if (done === 'resume_sending') shopify.toast.show(t('resumed'));
    if (done === 'resume_import') shopify.toast.show(t('importResumed'));
  }, [done, shopify, t]);
  return (intent: Wish) => fetcher.submit({ intent }, { method: 'post' });
}

/** An import goes on in the background; the page looks again while it does. */
function useRefresh(isImporting: boolean) {
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    if (!isImporting || state !== 'idle') return;
    const timer = setTimeout(revalidate, REFRESH_MS);
    return () => clearTimeout(timer);
  }, [isImporting, revalidate, state]);
}
