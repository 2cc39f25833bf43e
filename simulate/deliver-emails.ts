import type { Client } from 'pg';
import { readOutbox } from '#adapters/outbox/read-outbox';
import type { DevStoreClient } from './dev-store-client';
import { touchesSentAt } from './outcomes';

/**
 * Puts the e-mails of this moment into the shoppers' hands; the local store knows how each answers.
 */
export async function deliverEmails(input: {
  readonly client: Client;
  readonly store: DevStoreClient;
  readonly outbox: string;
  readonly now: number;
}): Promise<void> {
  const { client, store, outbox, now } = input;
  const sent = await touchesSentAt(client, store.shopId, now);
  for (const { touchId, touchNumber } of sent) {
    const message = await readOutbox(outbox, store.shopId, touchId);
    if (!message) throw new Error(`touch ${touchId} was accepted but is not in the outbox`);
    const address = (name: string) => message.headers.get(name)?.replace(/^.*<|>.*$/g, '') ?? '';
    await store.receiveEmail({
      to: address('to'),
      touchNumber,
      sentAt: now,
      offerUrl: /https?:\/\/\S+\/o\/\S+/.exec(message.text)?.[0] ?? '',
      unsubscribeUrl: address('list-unsubscribe'),
    });
  }
}
