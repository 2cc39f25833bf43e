import { redirect, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { openOffer } from '#flows/open-offer';
import { PlainPage } from '#ui/plain-page';
import { web } from '../../web.server';

export const meta = () => [{ title: 'Your offer' }, { name: 'robots', content: 'noindex' }];

/** The link of an e-mail. Following it buys nothing: it leads to a cart, or says honestly why not. */
export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const tools = web();
  const opened = await openOffer(tools, {
    token: params['token'] ?? '',
    method: request.method,
    userAgent: request.headers.get('user-agent') ?? '',
    at: await tools.clock.now(),
  });
  if (opened.kind === 'unknown') throw new Response(null, { status: 404 });
  if (opened.kind === 'redirect') {
    return redirect(opened.to, {
      headers: { 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' },
    });
  }
  return { shopUrl: opened.shopUrl, title: opened.title };
};

export default function OfferGone() {
  const { shopUrl, title } = useLoaderData<typeof loader>();
  return (
    <PlainPage title="This offer is no longer available">
      <p>{title === '' ? 'The product' : title} cannot be bought at the moment.</p>
      <p>
        <a href={shopUrl}>See what else the shop has</a>
      </p>
    </PlainPage>
  );
}
