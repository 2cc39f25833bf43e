import { MailService } from '@sendgrid/mail';
import type { MailDataRequired } from '@sendgrid/mail';
import { findFault } from '#core/message/find-fault';
import type { OutgoingMessage } from '#core/message/message';
import { plainLine } from '#core/message/plain-line';
import type { Mailer, MailResult } from '#flows/ports';
import { pointTo } from './point-to';
import { resultOfAnswer, resultOfFailure } from './send-result';

export type SendGridConfig = {
  readonly apiKey: string; // the shop's own
  readonly fromEmail: string; // a sender that the shop verified with SendGrid
  readonly baseUrl: string | null; // null: SendGrid itself
  readonly timeoutMs: number;
  readonly random: () => number; // 0 inclusive to 1 exclusive; spreads retries
};

/** @sendgrid/mail has no time limit of its own and waits for ever on a silent server. */
export const SEND_TIMEOUT_MS = 10_000;

/** Hands messages to SendGrid, one recipient per request; every answer is translated by the table of send-result. */
export class SendGridMailer implements Mailer {
  readonly #config: SendGridConfig;
  readonly #service = new MailService();

  constructor(config: SendGridConfig) {
    this.#config = config;
    this.#service.setApiKey(config.apiKey);
    this.#service.setTimeout(config.timeoutMs);
    if (config.baseUrl !== null) pointTo(this.#service, config.baseUrl);
  }

  async send(message: OutgoingMessage): Promise<MailResult> {
    const fault = findFault(message);
    if (fault !== null) return { kind: 'rejected', detail: fault };
    try {
      const [answer] = await this.#service.send(mailOf(message, this.#config.fromEmail));
      return resultOfAnswer(answer);
    } catch (error) {
      return resultOfFailure(error, message.at, this.#config.random());
    }
  }
}

function mailOf(message: OutgoingMessage, fromEmail: string): MailDataRequired {
  return {
    from: { email: fromEmail, name: plainLine(message.fromName, 100) },
    // At the top level SendGrid's own description types custom arguments as a string; here they are an object.
    personalizations: [
      { to: [{ email: message.to }], customArgs: { shop_id: message.shopId, touch_id: message.touchId } },
    ],
    subject: plainLine(message.subject, 255),
    content: [
      { type: 'text/plain', value: message.text },
      { type: 'text/html', value: message.html },
    ],
    headers: {
      'List-Unsubscribe': `<${message.unsubscribeUrl}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      'X-Encore-Touch': message.touchId,
    },
    trackingSettings: {
      clickTracking: { enable: false, enableText: false }, // our links are signed and checked by ourselves
      openTracking: { enable: true },
      subscriptionTracking: { enable: false }, // it would add a second way out that our list does not see
    },
  };
}
