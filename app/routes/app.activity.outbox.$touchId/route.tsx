import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { readOutboxEmail } from '#flows/read-outbox-email';
import { activity } from '#messages/activity';
import { web } from '../../web.server';
import { EmailScreen } from './screen';

/** An e-mail of the shop that is signed in; whatever else the address names is not found. */
export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { requireShop, outbox, store, links } = web();
  const shopId = await requireShop(request);
  const email = await readOutboxEmail({ outbox, store, links }, { shopId, touchId: params['touchId'] ?? '' });
  if (!email) throw new Response(null, { status: 404 });
  return email;
};

export const handle = { words: { activity } };

export default function OutboxEmail() {
  return <EmailScreen {...useLoaderData<typeof loader>()} />;
}
