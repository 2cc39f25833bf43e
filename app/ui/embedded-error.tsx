import { isRouteErrorResponse, useLocation, useRevalidator } from '@remix-run/react';
import { Banner, Page } from '@shopify/polaris';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';

/**
 * What a page inside the admin shows instead of itself. Shopify's library signs people in by throwing a small document
 * that loads App Bridge; it comes here with status 200 and has to be drawn as it is. `isFramed`: Polaris is around it.
 */
export function EmbeddedError({ error, isFramed }: { readonly error: unknown; readonly isFramed: boolean }) {
  const t = useTranslations('shell.error');
  const reference = useReference();
  const { revalidate, state } = useRevalidator();
  if (isRouteErrorResponse(error) && error.status === 200)
    return <div dangerouslySetInnerHTML={{ __html: String(error.data) }} />;
  const isMissing = isRouteErrorResponse(error) && error.status === 404;
  const title = isMissing ? t('notFoundTitle') : t('title');
  const text = isMissing ? t('notFoundText') : t('text', { reference });
  if (isFramed) {
    return (
      <Page title={title}>
        <Banner
          tone={isMissing ? 'info' : 'critical'}
          {...(!isMissing && {
            action: { content: t('retry'), onAction: revalidate, loading: state !== 'idle' },
          })}
        >
          {text}
        </Banner>
      </Page>
    );
  }
  return (
    <main style={{ padding: '2rem', fontFamily: 'system-ui, sans-serif' }}>
      <h1>{title}</h1>
      <p>{text}</p>
      {!isMissing && (
        <button type="button" onClick={revalidate} style={{ font: 'inherit', padding: '0.5rem 1rem' }}>
          {t('retry')}
        </button>
      )}
    </main>
  );
}

/** The page and the minute: what support needs to find the fault in the log. Set in the browser, where the time is. */
function useReference(): string {
  const { pathname } = useLocation();
  const [reference, setReference] = useState(pathname);
  useEffect(() => setReference(`${pathname} ${new Date().toISOString().slice(0, 16)}Z`), [pathname]);
  return reference;
}
