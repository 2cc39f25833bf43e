import { useEffect, type ComponentProps, type ReactNode } from 'react';
import { Link, useNavigate } from '@remix-run/react';
import { NavMenu } from '@shopify/app-bridge-react';
import { AppProvider } from '@shopify/polaris';
import english from '@shopify/polaris/locales/en.json';

const APP_BRIDGE = 'https://cdn.shopify.com/shopifycloud/app-bridge.js';

type Properties = {
  readonly apiKey: string;
  readonly appBridgeUrl: string | null; // null: Shopify's own
  readonly children: ReactNode;
};

/** What stands around every page inside the Shopify admin: App Bridge, Polaris, the navigation. */
export function EmbeddedApp({ apiKey, appBridgeUrl, children }: Properties) {
  const navigate = useNavigate();
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
      <AppProvider i18n={english} linkComponent={RouteLink}>
        <NavMenu>
          <Link to="/app" rel="home">
            Home
          </Link>
        </NavMenu>
        {children}
      </AppProvider>
    </>
  );
}

type PolarisLink = NonNullable<ComponentProps<typeof AppProvider>['linkComponent']>;

/** Polaris draws its links with this, so that they stay inside the app. */
const RouteLink: PolarisLink = ({ url, external: _external, ref: _ref, ...rest }) => (
  <Link {...rest} to={url} />
);
