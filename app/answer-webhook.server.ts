import type { IncomingMessage, ServerResponse } from 'node:http';
import { receiveWebhook, type WebhookTools } from '#adapters/shopify/receive-webhook.server';
import { MOST_BODY_BYTES } from './require-body.server';
import { WEBHOOK_DOORS } from './webhook-doors.server';

/**
 * Answers a request of Shopify's at one of the webhook doors, as it comes from Node: on a busy day these are most of what
 * comes in, and the way through the pages' machinery would cost several times what is done here.
 * In: tools, request, response. Out: false when the address is no such door, and nothing was touched. Answers 200; 401 or
 * 400 of receiveWebhook; 405 for another method; 413 for a body over the limit, which is never held in memory.
 */
export async function answerWebhook(
  tools: WebhookTools,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const topics = WEBHOOK_DOORS.get(pathOf(request));
  if (!topics) return false;
  if (request.method !== 'POST') {
    response.writeHead(405, { Allow: 'POST' }).end();
    return true;
  }
  const body = await readBody(request);
  if (body === null) {
    // What is still on its way is not listened to.
    response.writeHead(413, { Connection: 'close' }).end();
    return true;
  }
  const { status } = await receiveWebhook(tools, topics, headersOf(request), body);
  response.writeHead(status).end();
  return true;
}

function pathOf({ url = '' }: IncomingMessage): string {
  const end = url.indexOf('?');
  return end === -1 ? url : url.slice(0, end);
}

function headersOf({ headers }: IncomingMessage): Headers {
  return new Headers(
    Object.entries(headers).flatMap(([name, value]) =>
      typeof value === 'string' && name.startsWith('x-shopify-')
        ? [[name, value] satisfies [string, string]]
        : [],
    ),
  );
}

/** null: over the limit, or broken off by the sender, who then hears no answer anyway. */
async function readBody(request: IncomingMessage): Promise<Buffer | null> {
  if (Number(request.headers['content-length'] ?? 0) > MOST_BODY_BYTES) return null;
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > MOST_BODY_BYTES) return null;
      chunks.push(chunk);
    }
  } catch (error) {
    if (request.destroyed) return null;
    throw error;
  }
  return Buffer.concat(chunks, length);
}
