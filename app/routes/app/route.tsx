import type { HeadersFunction, LoaderFunctionArgs } from '@remix-run/node';
import { Outlet, useLoaderData, useMatches, useRouteError, useRouteLoaderData } from '@remix-run/react';
import polarisStyles from '@shopify/polaris/build/esm/styles.css?url';
import { useMemo } from 'react';
import { IntlProvider } from 'use-intl';
import { english, type Messages } from '#messages/en';
import { shell } from '#messages/shell';
import { EmbeddedApp } from '#ui/embedded-app';
import { EmbeddedError } from '#ui/embedded-error';
import { pseudoLocale, PSEUDO_LOCALE } from '../../pseudo-locale.server';
import { embeddedHeaders, web } from '../../web.server';

export const links = () => [{ rel: 'stylesheet', href: polarisStyles }];

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { requireShop, store, env } = web();
  const shopId = await requireShop(request);
  const shop = await store.findShop(shopId);
  if (!shop) throw new Response(null, { status: 404 });
  // Words that nobody has translated, for those who build the screens.
  const isPseudo =
    env.shopify.apiOrigin !== null && new URL(request.url).searchParams.get('locale') === PSEUDO_LOCALE;
  return {
    pseudo: isPseudo ? pseudoLocale(english) : null,
    apiKey: env.shopify.apiKey,
    appBridgeUrl: env.shopify.appBridgeUrl,
    locale: 'en', // the only one whose words exist; figures follow it
    zone: shop.zone,
    currency: shop.currency,
  };
};

/** What it loads is the same for as long as the admin shows the app. */
export const shouldRevalidate = () => false;

export const headers: HeadersFunction = (args) => embeddedHeaders(args);

/** The words that every screen shares, and those that the screen in front brings, so that no screen loads all words. */
function useWords(all: Messages | null): Partial<Messages> {
  const screen = useMatches().at(-1)?.handle as { readonly words?: Partial<Messages> } | undefined; // tests/ui/route-words
  return useMemo(() => all ?? { shell, ...screen?.words }, [all, screen]);
}

export default function AppLayout() {
  const { pseudo, ...shop } = useLoaderData<typeof loader>();
  const words = useWords(pseudo);
  return (
    <EmbeddedApp {...shop} messages={words}>
      <Outlet />
    </EmbeddedApp>
  );
}

/** A page that failed keeps the navigation around it; without the layout's own data there are only the words. */
export function ErrorBoundary() {
  const error = useRouteError();
  const layout = useRouteLoaderData<typeof loader>('routes/app');
  if (layout) {
    return (
      <EmbeddedApp {...layout} messages={{ shell }}>
        <EmbeddedError error={error} isFramed />
      </EmbeddedApp>
    );
  }
  return (
    <IntlProvider locale="en" messages={{ shell }} timeZone="UTC">
      <EmbeddedError error={error} isFramed={false} />
    </IntlProvider>
  );
}
