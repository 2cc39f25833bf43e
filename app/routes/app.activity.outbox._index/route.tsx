import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { activity } from '#messages/activity';
import { web } from '../../web.server';
import { OutboxScreen } from './screen';

const PAGE = 50;
const LAST_PAGE = 100_000;

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { requireShop, outbox, store, env } = web();
  const shopId = await requireShop(request);
  const asked = Number(new URL(request.url).searchParams.get('page') ?? '1');
  const page = Number.isInteger(asked) && asked > 0 && asked < LAST_PAGE ? asked : 1;
  const { emails, total } = await outbox.list(shopId, { offset: (page - 1) * PAGE, limit: PAGE });
  const delivery = (await store.sendingAccount(shopId))?.kind ?? env.mailer.kind;
  if (total === 0 && delivery !== 'outbox') return { kind: 'elsewhere' as const };
  return { kind: 'list' as const, emails, total, page, pageSize: PAGE };
};

export const handle = { words: { activity } };

export default function Outbox() {
  return <OutboxScreen {...useLoaderData<typeof loader>()} />;
}
