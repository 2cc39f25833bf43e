import { useEffect, type ComponentProps, type ReactNode } from 'react';
import { Link, useNavigate } from '@remix-run/react';
import { NavMenu } from '@shopify/app-bridge-react';
import { AppProvider } from '@shopify/polaris';
import polarisEnglish from '@shopify/polaris/locales/en.json';
import { IntlProvider, useTranslations } from 'use-intl';
import type { Messages } from '#messages/en';
import { PageSkeleton } from './page-skeleton';
import { useEarlyLists } from './use-early-lists';
import { CurrencyProvider } from './use-formats';
import { useHeadingFocus, useSlowNavigation } from './use-slow-navigation';

const APP_BRIDGE = 'https://cdn.shopify.com/shopifycloud/app-bridge.js';

/** The screens in the order of the admin's navigation; Home is its heading. */
const SCREENS = [
  'pairings', 'sequences', 'segments', 'suppression', 'reports', 'activity', 'settings',
] as const; // prettier-ignore

type Properties = {
  readonly apiKey: string;
  readonly appBridgeUrl: string | null; // null: Shopify's own
  readonly locale: string;
  readonly messages: Partial<Messages>; // of the screen in front
  readonly zone: string;
  readonly currency: string;
  readonly children: ReactNode;
};

/** What stands around every page inside the Shopify admin: App Bridge, Polaris, words and formats, the navigation. */
export function EmbeddedApp({
  apiKey,
  appBridgeUrl,
  locale,
  messages,
  zone,
  currency,
  children,
}: Properties) {
  const navigate = useNavigate();
  useEarlyLists();
  useEffect(() => {
    // App Bridge tells of clicks in the admin's own navigation, which is outside of this document.
    const follow = ({ target }: Event) => {
      const href = target instanceof Element ? target.getAttribute('href') : null;
      if (href) navigate(href);
    };
    addEventListener('shopify:navigate', follow);
    return () => removeEventListener('shopify:navigate', follow);
  }, [navigate]);
  return (
    <>
      <script src={appBridgeUrl ?? APP_BRIDGE} data-api-key={apiKey} />
      <IntlProvider locale={locale} messages={messages} timeZone={zone}>
        <CurrencyProvider currency={currency}>
          <AppProvider i18n={polarisEnglish} linkComponent={RouteLink}>
            <Navigation />
            <CurrentPage>{children}</CurrentPage>
          </AppProvider>
        </CurrencyProvider>
      </IntlProvider>
    </>
  );
}

function CurrentPage({ children }: { readonly children: ReactNode }) {
  const slow = useSlowNavigation();
  useHeadingFocus(slow !== null);
  return slow === null ? children : <PageSkeleton pathname={slow} />;
}

function Navigation() {
  const t = useTranslations('shell.navigation');
  return (
    <NavMenu>
      <Link to="/app" rel="home">
        {t('home')}
      </Link>
      {SCREENS.map((screen) => (
        <Link key={screen} to={`/app/${screen}`}>
          {t(screen)}
        </Link>
      ))}
    </NavMenu>
  );
}

type PolarisLink = NonNullable<ComponentProps<typeof AppProvider>['linkComponent']>;

/** Polaris draws its links with this, so that they stay inside the app. */
const RouteLink: PolarisLink = ({ url, external: _external, ref: _ref, ...rest }) => (
  <Link {...rest} to={url} />
);
