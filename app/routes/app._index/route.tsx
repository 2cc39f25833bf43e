import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { web } from '../../web.server';
import { HomeScreen } from './screen';

const MOST_DECISIONS = 20;

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { requireShop, store, env } = web();
  const shopId = await requireShop(request);
  const [shop, decisions] = await Promise.all([
    store.findShop(shopId),
    store.latestDecisions(shopId, MOST_DECISIONS),
  ]);
  if (!shop) throw new Response(null, { status: 404 });
  const { sending, brand } = shop.settings;
  return {
    name: shop.name,
    isOn: sending.isSequenceOn && !sending.isPaused && shop.sendingPaused === null,
    pausedDetail: shop.sendingPaused?.detail ?? null,
    sender: brand.name ?? shop.name,
    senderAddress: env.mailer.kind === 'sendgrid' ? env.mailer.fromEmail : null,
    decisions: decisions.map(({ decisionId, orderId, touchNumber, verdict, reason, decidedAt }) => ({
      decisionId,
      orderId,
      touchNumber,
      verdict,
      reason,
      decidedAt,
    })),
  };
};

export default function Home() {
  return <HomeScreen {...useLoaderData<typeof loader>()} />;
}
