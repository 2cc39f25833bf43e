import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { readWayOut, unsubscribe } from '#flows/unsubscribe';
import { PlainPage } from '#ui/plain-page';
import { web } from '../../web.server';

export const meta = () => [{ title: 'Unsubscribe' }, { name: 'robots', content: 'noindex' }];

/** With no-referrer the browser would post its own form as from nowhere, and be refused. */
export const headers = () => ({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'same-origin' });

/** Only asks: mail scanners open every link, and must not unsubscribe anybody. */
export const loader = ({ params }: LoaderFunctionArgs) => {
  const wayOut = readWayOut(web(), params['token'] ?? '');
  if (wayOut === 'unknown') throw new Response(null, { status: 404 });
  return { isTest: wayOut === 'test' };
};

/** The button of the page and the one-click request of mail programs (RFC 8058) alike; needs no cookie and no login. */
export const action = async ({ params }: ActionFunctionArgs) => {
  const tools = web();
  const wayOut = await unsubscribe(tools, { token: params['token'] ?? '', at: await tools.clock.now() });
  if (wayOut === 'unknown') throw new Response(null, { status: 404 });
  return { isDone: wayOut === 'touch' };
};

export default function Unsubscribe() {
  const answer = useActionData<typeof action>();
  const { isTest } = useLoaderData<typeof loader>();
  if (isTest) {
    return (
      <PlainPage title="This was a test email">
        <p>Nobody was unsubscribed. In an email to a customer, this link ends all of these emails to them.</p>
      </PlainPage>
    );
  }
  if (answer?.isDone) {
    return (
      <PlainPage title="You are unsubscribed">
        <p>You will get no more of these emails.</p>
      </PlainPage>
    );
  }
  return (
    <PlainPage title="Unsubscribe">
      <p>Stop these emails from this shop?</p>
      <form method="post">
        <button type="submit" style={{ font: 'inherit', padding: '0.5rem 1rem' }}>
          Unsubscribe
        </button>
      </form>
    </PlainPage>
  );
}
