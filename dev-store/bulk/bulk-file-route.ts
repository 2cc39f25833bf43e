import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { RefusedCall, type Call } from '../http/route';
import type { DevStore } from '../shop/dev-store';

/** A reader may leave at any byte, and as soon as it has them all: nobody is left to be told. */
function ignoreGoneReader(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
}

/** GET /bulk/{file}: the lines that a bulk operation found. The name cannot be guessed and is all the protection. */
export async function answerBulkFile(store: DevStore, { response, params }: Call): Promise<void> {
  const path = join(store.bulkFolder, params[0] ?? '');
  const found = await stat(path).catch(() => null);
  if (found === null)
    throw new RefusedCall(404, `no bulk result ${params[0]}: ask bulkOperation(id) for its url`);
  response.writeHead(200, { 'Content-Type': 'application/jsonl', 'Content-Length': found.size });
  await pipeline(createReadStream(path), response).catch(ignoreGoneReader);
}
