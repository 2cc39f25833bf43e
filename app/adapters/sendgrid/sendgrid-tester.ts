import { MailService } from '@sendgrid/mail';
import { plainLine } from '#core/message/plain-line';
import type { SendingTest, SendingTester } from '#flows/ports/sending-store';
import { pointTo } from './point-to';
import { readFailure } from './read-failure';
import { isEventKey } from './verify-event-signature';

/**
 * One real e-mail from the sender to itself: only sending tells whether SendGrid takes this sender with this key, for a
 * key with Mail Send access alone may ask nothing else.
 */
export class SendGridTester implements SendingTester {
  readonly #config: { readonly baseUrl: string | null; readonly timeoutMs: number };

  constructor(config: { readonly baseUrl: string | null; readonly timeoutMs: number }) {
    this.#config = config;
  }

  async test(account: Parameters<SendingTester['test']>[0]): Promise<SendingTest> {
    const { apiKey, senderName, senderAddress, subject, text } = account;
    const service = new MailService();
    service.setApiKey(apiKey);
    service.setTimeout(this.#config.timeoutMs);
    if (this.#config.baseUrl !== null) pointTo(service, this.#config.baseUrl);
    try {
      const [answer] = await service.send({
        from: { email: senderAddress, name: plainLine(senderName, 100) },
        to: senderAddress,
        subject: plainLine(subject, 255),
        text,
      });
      return answer.statusCode === 202 ? 'accepted' : 'failed';
    } catch (error) {
      return meaningOf(error);
    }
  }

  isEventKey(text: string): boolean {
    return isEventKey(text);
  }
}

function meaningOf(error: unknown): SendingTest {
  const failure = readFailure(error);
  if (failure.kind === 'network') return 'no_network';
  if (failure.kind === 'other') return 'failed';
  if (failure.status === 401) return 'bad_key';
  if (failure.status === 429) return 'too_many';
  // SendGrid says 403 both for a sender that is not verified and for a key without Mail Send; its words differ.
  const isAboutSender = /sender identity|verified sender|from\.email|from address/i.test(failure.detail);
  if (failure.status === 403) return isAboutSender ? 'unverified_sender' : 'no_permission';
  return isAboutSender ? 'unverified_sender' : 'failed';
}
