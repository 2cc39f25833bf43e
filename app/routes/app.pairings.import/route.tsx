import type { LoaderFunctionArgs } from '@remix-run/node';
import { pairingImport } from '#messages/pairing-import';
import { web } from '../../web.server';
import { ImportScreen } from './screen';

export const loader = async ({ request }: LoaderFunctionArgs) => {
  await web().requireShop(request);
  return null;
};

export const handle = { words: { pairingImport } };

export default function ImportPairings() {
  return <ImportScreen />;
}
