import type { ActionFunctionArgs } from '@remix-run/node';
import { exportCustomer } from '#flows/export-customer';
import { web } from '../../web.server';

const MOST_CHARACTERS = 320;

/**
 * Everything that is kept about one customer, as a file. Asked for by POST, so that no address stands in a log of
 * addresses of pages; 404 when this shop knows nobody of that name, 422 when it names nobody at all.
 */
export const action = async ({ request }: ActionFunctionArgs) => {
  const { requireShop, store, outbox, clock } = web();
  const shopId = await requireShop(request);
  const text = (await request.formData()).get('whom');
  if (typeof text !== 'string' || text.length > MOST_CHARACTERS) throw new Response(null, { status: 400 });
  const found = await exportCustomer({ store, outbox }, { shopId, text, now: await clock.now() });
  if (found.kind !== 'found') return new Response(null, { status: found.kind === 'nobody' ? 404 : 422 });
  const { kind: _found, ...file } = found;
  return new Response(JSON.stringify(file, null, 2), {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': 'attachment; filename="customer-data.json"',
      'Cache-Control': 'no-store',
    },
  });
};
