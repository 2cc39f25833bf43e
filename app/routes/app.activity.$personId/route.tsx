import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { readTrace } from '#flows/read-trace';
import { releasePerson, suppressPerson } from '#flows/suppress-person';
import { activity } from '#messages/activity';
import { reasons } from '#messages/reasons';
import { segments } from '#messages/segments';
import { sequences } from '#messages/sequences';
import { personOfAddress } from '#ui/person-address';
import { web } from '../../web.server';
import { TraceScreen } from './screen';

/** A person of the shop that is signed in; the id of another shop's is not found, as if it did not exist. */
export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { requireShop, store, env } = web();
  const shopId = await requireShop(request);
  const trace = await readTrace({ store }, { shopId, personId: personOfAddress(params['personId'] ?? '') });
  if (!trace) throw new Response(null, { status: 404 });
  return {
    ...trace,
    adminUrl: `https://${shopId}/admin`,
    hasOutbox: ((await store.sendingAccount(shopId))?.kind ?? env.mailer.kind) === 'outbox',
  };
};

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const { requireShop, store, clock } = web();
  const shopId = await requireShop(request);
  const person = { shopId, personId: personOfAddress(params['personId'] ?? '') };
  const intent = (await request.formData()).get('intent');
  if (intent === 'release') {
    await releasePerson({ store }, person);
    return { kind: 'released' as const };
  }
  if (intent !== 'suppress') throw new Response(null, { status: 400 });
  const done = await suppressPerson({ store }, { ...person, now: await clock.now() });
  if (!done) throw new Response(null, { status: 404 });
  return { kind: 'suppressed' as const, isListed: done.isListed };
};

export const handle = { words: { activity, reasons, segments, sequences } };

export default function CustomerTrace() {
  return <TraceScreen {...useLoaderData<typeof loader>()} />;
}
