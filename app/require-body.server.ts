/** A real invoice of 1,114 lines is over 1 MB. */
export const MOST_BODY_BYTES = 5_000_000;

/**
 * The raw body of a POST from outside. What is too long is never held in memory, nor hashed.
 * In: request, most bytes, headers of every answer at this door. Throws the Response to answer instead: 405 for another method, 413 for a body over the limit.
 */
export async function requireBody(
  request: Request,
  most = MOST_BODY_BYTES,
  headers: Readonly<Record<string, string>> = {},
): Promise<Uint8Array> {
  if (request.method !== 'POST')
    throw new Response(null, { status: 405, headers: { ...headers, Allow: 'POST' } });
  if (Number(request.headers.get('content-length') ?? 0) > most)
    throw new Response(null, { status: 413, headers });
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = request.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    length += part.value.length;
    if (length > most) {
      await reader?.cancel();
      throw new Response(null, { status: 413, headers });
    }
    chunks.push(part.value);
  }
  return Buffer.concat(chunks, length);
}
