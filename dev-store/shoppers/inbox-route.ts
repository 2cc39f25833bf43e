import { z } from 'zod';
import { readShape } from '../http/read-body';
import { sendJson } from '../http/respond';
import type { Call } from '../http/route';
import { shopOfControl } from '../http/shop-of-call';
import type { DevStore } from '../shop/dev-store';
import { carryOutAnswer } from './carry-out-answer';

const emailShape = z.object({
  shop: z.string().optional(),
  to: z.string(),
  touchNumber: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  sentAt: z.iso.datetime({ offset: true }),
  clickUrl: z.string(),
  unsubscribeUrl: z.string(),
});

/** POST /_dev/inbox: an e-mail reached a shopper, who answers it when the clock gets there. */
export function answerInbox(store: DevStore, { request, response }: Call): void {
  const email = readShape(request, emailShape);
  const shop = shopOfControl(store, email.shop);
  const address = email.to.toLowerCase();
  const sentAt = Date.parse(email.sentAt);
  const mail = `${address} ${email.touchNumber} ${email.sentAt} ${email.clickUrl}`;
  // Whoever hands it over after a crash cannot know whether it did before.
  if (shop.receivedEmails.has(mail)) {
    sendJson(response, 200, { answer: null, at: null });
    return;
  }
  shop.receivedEmails.add(mail);
  const number = shop.receivedEmails.size;
  const isFirstEver = !shop.emailedAddresses.has(address);
  shop.emailedAddresses.add(address);
  const answer = shop.seed.answerEmail({ to: email.to, touchNumber: email.touchNumber, isFirstEver, sentAt });
  if (answer === null) {
    sendJson(response, 200, { answer: null, at: null });
    return;
  }
  const at = Math.max(store.clock.now, sentAt + answer.afterMs);
  store.agenda.add({
    at,
    shop: shop.shop.domain,
    kind: 'act',
    run: () => carryOutAnswer(store, shop, { ...email, number }, answer.kind),
  });
  sendJson(response, 200, { answer: answer.kind, at: new Date(at).toISOString() });
}
