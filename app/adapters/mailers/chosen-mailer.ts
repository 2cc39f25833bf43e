import type { OutgoingMessage } from '#core/message/message';
import type { Mailer, MailResult } from '#flows/ports';
import type { SendingAccount, SendingStore, Sealer } from '#flows/ports/sending-store';

type Config = {
  readonly accounts: Pick<SendingStore, 'sendingAccount'>;
  readonly secrets: Pick<Sealer, 'open'>;
  readonly outbox: Mailer;
  readonly sendGrid: (account: { readonly apiKey: string; readonly fromEmail: string }) => Mailer;
  readonly byDefault: Mailer; // for shops that have not chosen
};

const RETRY_AFTER_MS = 60_000;

/** Hands each message to what its shop has chosen at this moment, so that a switch or a new key holds from the next one on. */
export class ChosenMailer implements Mailer {
  readonly #config: Config;

  constructor(config: Config) {
    this.#config = config;
  }

  async send(message: OutgoingMessage): Promise<MailResult> {
    const { accounts, outbox, byDefault } = this.#config;
    let account: SendingAccount | null;
    try {
      account = await accounts.sendingAccount(message.shopId);
    } catch {
      return {
        kind: 'not_sent',
        retryAfterMs: RETRY_AFTER_MS,
        detail: 'where the shop sends could not be read',
      };
    }
    if (account === null) return byDefault.send(message);
    const named = { ...message, fromName: account.senderName ?? message.fromName };
    if (account.kind === 'outbox') return outbox.send(named);
    const result = await this.#sendBySendGrid(account, named);
    return result.kind === 'account_refused' ? { ...result, account: account.revision } : result;
  }

  /** Nothing is said of the key or of why it does not open: these words end in logs and on screens. */
  #sendBySendGrid(account: SendingAccount, message: OutgoingMessage): Promise<MailResult> {
    const { senderAddress, sealedKey } = account;
    if (senderAddress === null || sealedKey === null)
      return Promise.resolve(refused('SendGrid is chosen without a key or a sender address'));
    let apiKey: string;
    try {
      apiKey = this.#config.secrets.open(message.shopId, sealedKey);
    } catch {
      return Promise.resolve(
        refused('the saved SendGrid key cannot be opened; enter it again under Settings, Sending'),
      );
    }
    return this.#config.sendGrid({ apiKey, fromEmail: senderAddress }).send(message);
  }
}

function refused(detail: string): MailResult {
  return { kind: 'account_refused', detail, account: null };
}
