import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { listCustomers, readCustomersChoice } from '#flows/list-customers';
import { customers } from '#messages/customers';
import { web } from '../../web.server';
import { CustomersScreen } from './screen';

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { requireShop, store, clock } = web();
  const shopId = await requireShop(request);
  const asked = new URL(request.url).searchParams;
  const choice = readCustomersChoice(asked);
  const cursor = asked.get('cursor');
  const listed = await listCustomers({ store }, { shopId, choice, cursor, now: await clock.now() });
  return { ...listed, choice, cursor };
};

export const handle = { words: { customers } };

export default function CustomersPage() {
  return <CustomersScreen {...useLoaderData<typeof loader>()} />;
}
