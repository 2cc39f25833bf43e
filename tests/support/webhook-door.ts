import { once } from 'node:events';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';

export type Webhook = {
  readonly topic: string;
  readonly webhookId: string;
  readonly triggeredAt?: string | undefined; // as the header tells it
  readonly payload: string;
};

export type WebhookDoor = { readonly url: string; readonly close: () => Promise<void> };

/** Where the store's webhooks arrive. In: what becomes of each; the store has its answer when that is done. */
export async function openWebhookDoor(receive: (webhook: Webhook) => Promise<void>): Promise<WebhookDoor> {
  const door = createServer((request, response) => {
    const topic = String(request.headers['x-shopify-topic']);
    const webhookId = String(request.headers['x-shopify-webhook-id']);
    const triggeredAt = String(request.headers['x-shopify-triggered-at']);
    text(request)
      .then((payload) => receive({ topic, webhookId, triggeredAt, payload }))
      .then(
        () => response.end(),
        (error: unknown) => response.writeHead(500).end(String(error)),
      );
  }).listen(0, '127.0.0.1');
  await once(door, 'listening');
  const address = door.address();
  if (address === null || typeof address === 'string')
    throw new Error(`the door listens on ${address}, not on a port`);
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: async () => {
      door.closeAllConnections();
      await new Promise((resolve) => door.close(resolve));
    },
  };
}
