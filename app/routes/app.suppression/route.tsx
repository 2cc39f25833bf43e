import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { reviewSuppression } from '#flows/review-suppression';
import { suppression } from '#messages/suppression';
import { web } from '../../web.server';
import { answerSuppression } from './answer-suppression.server';
import { SuppressionScreen } from './screen';

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { requireShop, store, clock } = web();
  const shopId = await requireShop(request);
  const { newest, ...review } = await reviewSuppression({ store }, { shopId, now: await clock.now() });
  const { suppression, onNewPurchase } = newest.settings;
  return { ...review, version: newest.version, settings: { suppression, onNewPurchase } };
};

export const action = ({ request }: ActionFunctionArgs) => answerSuppression(request);

export const handle = { words: { suppression } };

export default function SuppressionRoute() {
  return <SuppressionScreen {...useLoaderData<typeof loader>()} />;
}
