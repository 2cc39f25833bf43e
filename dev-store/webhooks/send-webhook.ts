import { Agent, request } from 'node:http';

const TIMEOUT_MS = 5000; // of real time: Shopify's limit

const agent = new Agent({ keepAlive: true });

/** Posts a body and answers with the status; 0 when nobody answered in time. Connections are kept and used again. */
export function sendWebhook(
  url: URL,
  headers: Record<string, string | number>,
  body: Buffer,
): Promise<number> {
  return new Promise((resolve) => {
    const outgoing = request(url, { method: 'POST', agent, headers, timeout: TIMEOUT_MS }, (answer) => {
      answer.resume();
      answer.on('end', () => resolve(answer.statusCode ?? 0));
      answer.on('error', () => resolve(0));
    });
    outgoing.on('timeout', () => outgoing.destroy());
    outgoing.on('error', () => resolve(0));
    outgoing.end(body);
  });
}
