import type { HeadersFunction, LoaderFunctionArgs } from '@remix-run/node';
import { Outlet, useLoaderData, useRouteError } from '@remix-run/react';
import polarisStyles from '@shopify/polaris/build/esm/styles.css?url';
import { EmbeddedApp } from '#ui/embedded-app';
import { EmbeddedError } from '#ui/embedded-error';
import { embeddedHeaders, web } from '../../web.server';

export const links = () => [{ rel: 'stylesheet', href: polarisStyles }];

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { requireShop, env } = web();
  await requireShop(request);
  return { apiKey: env.shopify.apiKey, appBridgeUrl: env.shopify.appBridgeUrl };
};

export const headers: HeadersFunction = (args) => embeddedHeaders(args);

export default function AppLayout() {
  const { apiKey, appBridgeUrl } = useLoaderData<typeof loader>();
  return (
    <EmbeddedApp apiKey={apiKey} appBridgeUrl={appBridgeUrl}>
      <Outlet />
    </EmbeddedApp>
  );
}

export function ErrorBoundary() {
  return <EmbeddedError error={useRouteError()} />;
}
