import { randomUUID } from 'node:crypto';
import { link, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import MailComposer from 'nodemailer/lib/mail-composer';
import { findFault } from '#core/message/find-fault';
import type { OutgoingMessage } from '#core/message/message';
import { plainLine } from '#core/message/plain-line';
import type { Mailer, MailResult } from '#flows/ports';
import { outboxFile } from './outbox-file';

export type OutboxConfig = { readonly directory: string; readonly fromEmail: string };

const RETRY_AFTER_MS = 60_000;

/** Delivers into a folder instead of to people: `<directory>/<shopId>/<touchId>.eml`, for a shop without SendGrid. */
export class OutboxMailer implements Mailer {
  readonly #config: OutboxConfig;

  constructor(config: OutboxConfig) {
    this.#config = config;
  }

  /** One file per touch. Refuses a touch that has a file already, so that sending twice does not stay unseen. */
  async send(message: OutgoingMessage): Promise<MailResult> {
    const file = outboxFile(this.#config.directory, message.shopId, message.touchId);
    if (file === null)
      return rejected(`shop "${message.shopId}" or touch "${message.touchId}" is no file name`);
    const fault = findFault(message);
    if (fault !== null) return rejected(fault);
    const messageId = `<${message.touchId}@${this.#config.fromEmail.split('@').at(-1) ?? 'localhost'}>`;
    try {
      const bytes = await this.#compose(message, messageId);
      return (await writeOnce(file, bytes))
        ? { kind: 'accepted', messageId }
        : rejected(`touch ${message.touchId} is in the outbox already`);
    } catch (error) {
      return {
        kind: 'not_sent',
        retryAfterMs: RETRY_AFTER_MS,
        detail: `the outbox could not be written: ${String(error)}`,
      };
    }
  }

  #compose(message: OutgoingMessage, messageId: string): Promise<Buffer> {
    const composer = new MailComposer({
      from: { name: plainLine(message.fromName, 100), address: this.#config.fromEmail },
      to: { name: '', address: message.to },
      subject: plainLine(message.subject, 255),
      text: message.text,
      html: message.html,
      messageId,
      date: new Date(message.at),
      headers: {
        'X-Encore-Touch': message.touchId,
        'List-Unsubscribe': `<${message.unsubscribeUrl}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      },
    });
    return composer.compile().build();
  }
}

/** A link appears whole or not at all, and unlike a rename it refuses to replace. Out: false when the file was there. */
async function writeOnce(
  { folder, name }: { folder: string; name: string },
  bytes: Buffer,
): Promise<boolean> {
  await mkdir(folder, { recursive: true });
  const temporary = join(folder, `.${name}.${randomUUID()}.tmp`); // of this delivery alone
  try {
    await writeFile(temporary, bytes);
    await link(temporary, join(folder, name));
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(temporary, { force: true });
  }
}

function rejected(detail: string): MailResult {
  return { kind: 'rejected', detail };
}
