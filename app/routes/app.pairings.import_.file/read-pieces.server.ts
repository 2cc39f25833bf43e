import { faultAt, MOST_FILE_BYTES } from '#core/affinity/pairing-file';
import type { FilePiece } from '#flows/import-pairings';
import { startCutter } from './cut-lines.server';

const PIECE_BYTES = 32_768; // holds the longest line

/**
 * Cuts an uploaded file into lines and cells as it comes, others having their turn after every piece; no more than a
 * piece of it is held. In: the body's bytes. Out: pieces in sequence; the last may tell a fault, which ends the reading.
 */
export async function* readPieces(body: ReadableStream<Uint8Array> | null): AsyncGenerator<FilePiece> {
  const cutter = startCutter();
  let length = 0;
  let isFaulty = false;
  for await (const bytes of inPieces(body)) {
    length += bytes.length;
    if (isFaulty) continue; // read to its end: a browser that is cut off does not see the answer
    const piece =
      length > MOST_FILE_BYTES
        ? { lines: [], fault: faultAt({ line: 1 }, '', 'file_too_large') }
        : await cutter.cut(bytes);
    isFaulty = piece.fault !== null;
    yield piece;
  }
  if (!isFaulty) yield await cutter.end();
}

/** All pieces are of one size but the last. What is far too large is cut off. */
async function* inPieces(body: ReadableStream<Uint8Array> | null): AsyncGenerator<Buffer> {
  const reader = body?.getReader();
  let [held, length]: [Uint8Array, number] = [new Uint8Array(), 0];
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    length += part.value.length;
    const bytes = held.length === 0 ? Buffer.from(part.value) : Buffer.concat([held, part.value]);
    const whole = bytes.length - (bytes.length % PIECE_BYTES);
    for (let start = 0; start < whole; start += PIECE_BYTES) yield bytes.subarray(start, start + PIECE_BYTES);
    held = bytes.subarray(whole);
    if (length > 2 * MOST_FILE_BYTES) return void (await reader?.cancel());
  }
  yield Buffer.from(held);
}
