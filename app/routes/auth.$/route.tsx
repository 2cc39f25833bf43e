import type { LoaderFunctionArgs } from '@remix-run/node';
import { web } from '../../web.server';

export const loader = async ({ request }: LoaderFunctionArgs) => {
  await web().requireShop(request);
  return null;
};
