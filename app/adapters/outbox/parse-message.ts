/** A message of our own outbox taken apart again. Header names are lower case. */
export type ParsedMessage = {
  readonly headers: ReadonlyMap<string, string>;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
};

/**
 * Reads what the outbox mailer writes: headers and a flat list of parts. Not a reader of other people's mail.
 * In: the file's bytes as latin1 text. Out: headers, subject, both parts ('' for one that is not there).
 */
export function parseMessage(source: string): ParsedMessage {
  const whole = splitEntity(source);
  const boundary = /boundary="?([^";]+)"?/i.exec(whole.headers.get('content-type') ?? '')?.[1];
  const parts =
    boundary === undefined ? [whole] : whole.body.split(`--${boundary}`).slice(1, -1).map(splitEntity);
  const partOf = (type: string) =>
    parts.find((part) => part.headers.get('content-type')?.toLowerCase().startsWith(type));
  return {
    headers: whole.headers,
    subject: decodeWords(whole.headers.get('subject') ?? ''),
    html: decodeBody(partOf('text/html')),
    text: decodeBody(partOf('text/plain')),
  };
}

type Entity = { readonly headers: ReadonlyMap<string, string>; readonly body: string };

function splitEntity(source: string): Entity {
  const trimmed = source.replace(/^\r\n/, '');
  const end = trimmed.indexOf('\r\n\r\n');
  const headers = new Map<string, string>();
  for (const line of trimmed
    .slice(0, end)
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n')) {
    const colon = line.indexOf(':');
    headers.set(line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim());
  }
  return { headers, body: trimmed.slice(end + 4) };
}

function decodeBody(part: Entity | undefined): string {
  if (part === undefined) return '';
  const encoding = part.headers.get('content-transfer-encoding')?.toLowerCase();
  const body = part.body.replace(/\r\n$/, '');
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8');
  if (encoding === 'quoted-printable') return decodeQuoted(body.replace(/=\r\n/g, ''));
  return Buffer.from(body, 'latin1').toString('utf8');
}

/** RFC 2047: words of a header that are not plain ASCII; white space between two of them does not count. */
function decodeWords(value: string): string {
  const joined = value.replace(/(\?=)\s+(=\?)/g, '$1$2');
  return joined.replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_word, kind: string, encoded: string) =>
    kind.toLowerCase() === 'b'
      ? Buffer.from(encoded, 'base64').toString('utf8')
      : decodeQuoted(encoded.replaceAll('_', ' ')),
  );
}

function decodeQuoted(text: string): string {
  const bytes = text.replace(/=([0-9A-F]{2})/gi, (_octet, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
