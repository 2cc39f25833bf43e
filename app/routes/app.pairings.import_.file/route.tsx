import type { ActionFunctionArgs } from '@remix-run/node';
import { importPairings, previewPairingImport } from '#flows/import-pairings';
import { web } from '../../web.server';
import { readPieces } from './read-pieces.server';

/**
 * Takes a file of pairings as the body, as it stands on the merchant's disk: its bytes tell the encoding. Without `seen`
 * it answers what the file would change; with the fingerprint of that answer it changes it.
 */
export const action = async ({ request }: ActionFunctionArgs) => {
  const { requireMember, store, clock, log } = web();
  const { shopId, member: savedBy } = await requireMember(request);
  const seen = new URL(request.url).searchParams.get('seen');
  const file = readPieces(request.body);
  const answer =
    seen === null
      ? await previewPairingImport({ store }, { shopId, file })
      : await importPairings({ store }, { shopId, file, seen, savedBy, now: await clock.now() });
  if (!answer) throw new Response(null, { status: 404 });
  if (answer.kind === 'imported')
    log.info({ shopId, fresh: answer.fresh, changed: answer.changed }, 'pairings imported');
  return Response.json(answer);
};
