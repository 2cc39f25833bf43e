import type { Instant } from '#core/shared/time';

export type DeliveryKind = 'outbox' | 'sendgrid';

/** Where a shop's e-mails go, as the merchant chose it. The key stays sealed until the moment of sending. */
export type SendingAccount = {
  readonly revision: number; // grows with every save
  readonly kind: DeliveryKind;
  readonly senderName: string | null; // null: the brand's name
  readonly senderAddress: string | null;
  readonly sealedKey: Uint8Array<ArrayBuffer> | null;
  readonly keyEnd: string | null; // its last four characters
  readonly savedBy: string;
  readonly savedAt: Instant;
};

export interface SendingStore {
  /** Null: the merchant has not chosen, the environment's mailer serves the shop. */
  sendingAccount(shopId: string): Promise<SendingAccount | null>;
  /** Out: false when `account.revision` is not the next one, because somebody else saved in between. */
  saveSendingAccount(shopId: string, account: SendingAccount): Promise<boolean>;
}

/** Seals texts that only the shop they were sealed for opens. `open` throws when the key is unknown or the text changed. */
export type Sealer = {
  seal(shopId: string, text: string): Uint8Array<ArrayBuffer>;
  open(shopId: string, sealed: Uint8Array): string;
};

export type SendingTest =
  'accepted' | 'bad_key' | 'no_permission' | 'unverified_sender' | 'no_network' | 'too_many' | 'failed';

/** Tries a SendGrid key and sender with one real e-mail from the sender to itself. Never throws. */
export interface SendingTester {
  test(account: {
    readonly apiKey: string;
    readonly senderName: string;
    readonly senderAddress: string;
    readonly subject: string;
    readonly text: string;
  }): Promise<SendingTest>;
}
