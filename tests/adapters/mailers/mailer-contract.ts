import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Mailer } from '#flows/ports';
import { outgoingMessage } from './outgoing-message';

/** A message as its recipient's side sees it. Header names are lower case. */
export type Delivered = {
  readonly shopId: string;
  readonly touchId: string;
  readonly to: string;
  readonly fromName: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly headers: ReadonlyMap<string, string>;
};

/** A mailer with a view of what arrived behind it. */
export type MailerUnderTest = {
  readonly mailer: Mailer;
  delivered(): Promise<ReadonlyArray<Delivered>>;
  close(): Promise<void>;
};

/** What every mailer promises, whoever carries the message. */
export function describeMailer(name: string, open: () => Promise<MailerUnderTest>): void {
  describe(`${name} as a mailer`, () => {
    let tested: MailerUnderTest;
    beforeEach(async () => {
      tested = await open();
    });
    afterEach(() => tested.close());

    it('accepts a message and delivers it once, with both parts as they were', async () => {
      const message = outgoingMessage();
      const result = await tested.mailer.send(message);
      expect(result).toMatchObject({ kind: 'accepted' });
      const [delivered, ...more] = await tested.delivered();
      expect(more).toEqual([]);
      expect(delivered).toMatchObject({
        shopId: message.shopId,
        touchId: message.touchId,
        to: message.to,
        fromName: message.fromName,
        subject: message.subject,
        html: message.html,
        text: message.text,
      });
    });

    it('names the message that it accepted', async () => {
      const result = await tested.mailer.send(outgoingMessage());
      expect(result.kind === 'accepted' && result.messageId).toBeTruthy();
    });

    it('carries the one-click unsubscribe headers of RFC 8058 and the touch', async () => {
      await tested.mailer.send(outgoingMessage());
      const [delivered] = await tested.delivered();
      expect(delivered?.headers.get('list-unsubscribe')).toBe(
        '<https://encore.example/u/token?utm_source=encore>',
      );
      expect(delivered?.headers.get('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
      expect(delivered?.headers.get('x-encore-touch')).toBe('0f6c1f9e-0001');
    });

    it.each([
      ['CR and LF', 'For your lamp\r\nBcc: everybody@example.com'],
      ['a lone LF', 'For your lamp\nBcc: everybody@example.com'],
      ['a Unicode line separator', 'For your lamp\u2028Bcc: everybody@example.com'],
    ])('keeps a subject with %s on one header line', async (_case, subject) => {
      await tested.mailer.send(outgoingMessage({ subject }));
      const [delivered] = await tested.delivered();
      expect(delivered?.subject).toBe('For your lamp Bcc: everybody@example.com');
      expect(delivered?.headers.has('bcc')).toBe(false);
    });

    it('keeps a sender name with a line break on one header line', async () => {
      await tested.mailer.send(outgoingMessage({ fromName: 'Northfield\r\nReply-To: thief@example.com' }));
      const [delivered] = await tested.delivered();
      expect(delivered?.fromName).toBe('Northfield Reply-To: thief@example.com');
      expect(delivered?.headers.has('reply-to')).toBe(false);
    });

    it('delivers subjects beyond ASCII unharmed', async () => {
      await tested.mailer.send(outgoingMessage({ subject: 'Für dein Größtes: 火鍋 🫕 – noch etwas' }));
      const [delivered] = await tested.delivered();
      expect(delivered?.subject).toBe('Für dein Größtes: 火鍋 🫕 – noch etwas');
    });

    it.each([
      ['a second address behind a comma', 'maya@example.com, noah@example.com'],
      ['a name around it', 'Maya <maya@example.com>'],
      ['a line break', 'maya@example.com\r\nBcc: noah@example.com'],
      ['no at sign', 'maya.example.com'],
    ])('rejects a recipient with %s and delivers nothing', async (_case, to) => {
      const result = await tested.mailer.send(outgoingMessage({ to }));
      expect(result.kind).toBe('rejected');
      expect(JSON.stringify(result)).not.toContain('maya');
      expect(await tested.delivered()).toEqual([]);
    });

    it('rejects an unsubscribe address that would break out of its header', async () => {
      const result = await tested.mailer.send(
        outgoingMessage({ unsubscribeUrl: 'https://encore.example/u>\r\nBcc: a@b.c' }),
      );
      expect(result.kind).toBe('rejected');
      expect(await tested.delivered()).toEqual([]);
    });

    it('delivers two touches of one shop as two messages', async () => {
      await tested.mailer.send(outgoingMessage({ touchId: 'touch-a' }));
      await tested.mailer.send(outgoingMessage({ touchId: 'touch-b' }));
      expect((await tested.delivered()).map(({ touchId }) => touchId).sort()).toEqual(['touch-a', 'touch-b']);
    });
  });
}
