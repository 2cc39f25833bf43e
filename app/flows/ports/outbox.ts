import type { Instant } from '#core/shared/time';

/** What a test e-mail is called by instead of a touch begins with this. */
export const TEST_PREFIX = 'test-';

/** The folder that e-mails are written to when no provider is connected, as a screen reads it. */
export interface Outbox {
  /** Newest first. In: how many to pass over, how many to give. */
  list(
    shopId: string,
    page: { readonly offset: number; readonly limit: number },
  ): Promise<{ readonly emails: ReadonlyArray<OutboxEntry>; readonly total: number }>;
  /** Null when this shop has no such e-mail, whatever the id looks like. */
  read(shopId: string, touchId: string): Promise<OutboxEmail | null>;
  /** What was written to some addresses, test e-mails included. In: their hashes. */
  writtenTo(shopId: string, emailHashes: ReadonlyArray<string>): Promise<ReadonlyArray<OutboxLetter>>;
  /** Deletes what was written to one address, test e-mails included; null: everything of the shop. */
  forget(shopId: string, emailHash: string | null): Promise<void>;
  /** Deletes the e-mails of touches, found by name: a folder of years is not read for it. Out: how many were there. */
  forgetTouches(shopId: string, touchIds: ReadonlyArray<string>): Promise<number>;
  /** Deletes test e-mails that were written before then. Out: how many that were. */
  forgetTests(shopId: string, before: Instant): Promise<number>;
}

export type OutboxEntry = {
  readonly touchId: string;
  readonly to: string;
  readonly subject: string;
  readonly sentAt: Instant | null; // as its Date header says
};

export type OutboxLetter = OutboxEntry & { readonly text: string };

export type OutboxEmail = OutboxEntry & {
  readonly html: string;
  readonly text: string;
  readonly headers: ReadonlyArray<{ readonly name: string; readonly value: string }>; // in the message's own order
  readonly links: ReadonlyArray<OutboxLink>; // of the HTML, each address once
  readonly base64: string; // the whole message as it lies in the folder
};

export type OutboxLink = { readonly url: string; readonly text: string };
