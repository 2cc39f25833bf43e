import type { Instant } from '#core/shared/time';
import type { Reason } from '#core/suppression/reasons';

export type DeliveryKind = 'outbox' | 'sendgrid';

/** Where a shop's e-mails go, as the merchant chose it. The key stays sealed until the moment of sending. */
export type SendingAccount = {
  readonly revision: number; // grows with every save
  readonly kind: DeliveryKind;
  readonly senderName: string | null; // null: the brand's name
  readonly senderAddress: string | null;
  readonly sealedKey: Uint8Array<ArrayBuffer> | null;
  readonly keyEnd: string | null; // its last four characters
  readonly eventKey: string | null; // public key by which its events are verified; null: none are taken in
  readonly eventsSeenAt: Instant | null; // when that key last verified something, to the hour; null: never
  readonly savedBy: string;
  readonly savedAt: Instant;
};

export interface SendingStore {
  /** Null: the merchant has not chosen, the environment's mailer serves the shop. */
  sendingAccount(shopId: string): Promise<SendingAccount | null>;
  /**
   * Also lets a shop go on that stood still because its account was refused, in the same transaction. Another event key
   * has not been heard yet.
   * Out: false when `account.revision` is not the next one, because somebody else saved in between.
   */
  saveSendingAccount(shopId: string, account: Omit<SendingAccount, 'eventsSeenAt'>): Promise<boolean>;
  /** Keeps that this key verified a delivery. Changes nothing where it is not the account's any more. */
  noteEventsSeen(shopId: string, eventKey: string, at: Instant): Promise<void>;
  /**
   * Stops everything that the shop sends. With `ofAccount` only while that revision of its sending account is in force
   * (null: it has none of its own), so that a late refusal of an old key cannot stop the new one.
   * Out: false when nothing was stopped.
   */
  pauseSending(
    shopId: string,
    reason: Reason,
    detail: string,
    now: Instant,
    ofAccount?: number | null,
  ): Promise<boolean>;
  /**
   * `byMerchantAt` (null: Encore tries again by itself, which ends no guardrail's stop): a guardrail that had stopped the
   * shop counts what comes after it.
   */
  resumeSending(shopId: string, byMerchantAt: Instant | null): Promise<void>;
}

/** Seals texts that only the shop they were sealed for opens. `open` throws when the key is unknown or the text changed. */
export type Sealer = {
  seal(shopId: string, text: string): Uint8Array<ArrayBuffer>;
  open(shopId: string, sealed: Uint8Array): string;
};

export type SendingTest =
  'accepted' | 'bad_key' | 'no_permission' | 'unverified_sender' | 'no_network' | 'too_many' | 'failed';

export interface SendingTester {
  /** Tries a SendGrid key and sender with one real e-mail from the sender to itself. Never throws. */
  test(account: {
    readonly apiKey: string;
    readonly senderName: string;
    readonly senderAddress: string;
    readonly subject: string;
    readonly text: string;
  }): Promise<SendingTest>;
  /** Whether a text is a public key as SendGrid shows it for a signed event webhook. */
  isEventKey(text: string): boolean;
}
