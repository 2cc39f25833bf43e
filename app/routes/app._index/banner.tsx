import { Banner } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import type { Home } from '#flows/load-home';
import { useFormats } from '#ui/use-formats';
import type { Wish } from './wish';

/** The one banner of the page: what forbids or hides most comes first; the flow has chosen. */
export function HomeBanner({
  home: { banner, report, readsAllOrders },
  due,
  wish,
}: {
  readonly home: Home;
  readonly due: number;
  readonly wish: (intent: Wish) => void;
}) {
  const t = useTranslations('home.banner');
  const { date, percent } = useFormats();
  const resume = { content: t('resume'), onAction: () => wish('resume_sending') };
  switch (banner?.kind) {
    case 'sending_broken':
      return (
        <Banner tone="critical" title={t('sendingBrokenTitle')} action={resume}>
          {t('sendingBroken', { detail: banner.detail })}
        </Banner>
      );
    case 'guardrail':
      return (
        <Banner
          tone="critical"
          title={t('guardrailTitle')}
          action={resume}
          {...(banner.stop.guardrail === 'harm' && {
            secondaryAction: { content: t('viewReports'), url: '/app/reports' },
          })}
        >
          {banner.stop.guardrail === 'harm'
            ? t('guardrail_harm', { atLeast: percent(banner.stop.atLeast) })
            : t(`guardrail_${banner.stop.guardrail}`, { count: banner.stop.count, sent: banner.stop.sent })}
        </Banner>
      );
    case 'import_failed':
      return (
        <Banner
          tone="critical"
          title={t('importFailedTitle')}
          action={{ content: t('resumeImport'), onAction: () => wish('resume_import') }}
        >
          {banner.error === '' ? t('importFailedUnknown') : t('importFailed', { error: banner.error })}
        </Banner>
      );
    case 'paused':
      return (
        <Banner tone="warning" title={t('pausedTitle')} action={resume}>
          {t('paused', { count: due })}
        </Banner>
      );
    case 'outbox':
      return (
        <Banner
          tone="warning"
          title={t('outboxTitle')}
          action={{ content: t('setSender'), url: '/app/settings' }}
          secondaryAction={{ content: t('openOutbox'), url: '/app/activity/outbox' }}
        >
          {t('outbox', { count: report?.sent ?? 0 })}
        </Banner>
      );
    case 'importing':
      return (
        <Banner tone="info" title={t('importingTitle')}>
          {t('importing', { count: banner.ordersRead })} {!readsAllOrders && t('importingSixtyDays')}
        </Banner>
      );
    case 'stale_pairings':
      return (
        <Banner
          tone="warning"
          title={t('staleTitle')}
          action={{ content: t('openPairings'), url: '/app/pairings' }}
        >
          {t('stale', { date: date(banner.minedAt) })}
        </Banner>
      );
    case undefined:
      return null;
  }
}
