import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { readDecision } from '#flows/read-decision';
import { activity } from '#messages/activity';
import { reasons } from '#messages/reasons';
import { segments } from '#messages/segments';
import { sequences } from '#messages/sequences';
import { web } from '../../web.server';
import { DecisionScreen } from './screen';

/** A decision of the shop that is signed in; the id of another shop's is not found, as if it did not exist. */
export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { requireShop, store } = web();
  const shopId = await requireShop(request);
  const decision = await readDecision({ store }, { shopId, decisionId: params['decisionId'] ?? '' });
  if (!decision) throw new Response(null, { status: 404 });
  return decision;
};

export const handle = { words: { activity, reasons, segments, sequences } };

export default function Decision() {
  return <DecisionScreen {...useLoaderData<typeof loader>()} />;
}
