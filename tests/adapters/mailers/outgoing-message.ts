import type { OutgoingMessage } from '#core/message/message';

/** A message that any mailer takes, with what a test wants different. */
export function outgoingMessage(different: Partial<OutgoingMessage> = {}): OutgoingMessage {
  return {
    shopId: 'northfield.myshopify.com',
    touchId: '0f6c1f9e-0001',
    to: 'maya@example.com',
    fromName: 'Northfield Outdoor',
    subject: 'One more thing for your Trail Runner 2',
    html: '<p>Hi Maya, this is our pick – {{7*7}}.</p>',
    text: 'Hi Maya, this is our pick – {{7*7}}.',
    unsubscribeUrl: 'https://encore.example/u/token?utm_source=encore',
    at: Date.UTC(2026, 2, 4, 10, 20),
    ...different,
  };
}
