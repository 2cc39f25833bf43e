import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256Hex } from '#core/shared/hash';
import { normaliseEmail } from '#core/suppression/identity';
import type { Outbox, OutboxEntry } from '#flows/ports/outbox';
import { listLinks } from './list-links';
import { outboxFile } from './outbox-file';
import { listOutbox, readOutbox, type OutboxMessage } from './read-outbox';

/** Reads a shop's outbox for the screens. In: the directory that the outbox mailer writes to. */
export function createOutbox(directory: string): Outbox {
  return {
    list: async (shopId, { offset, limit }) => {
      const touchIds = await byNewest(directory, shopId);
      const page = touchIds.slice(offset, offset + limit);
      const messages = await Promise.all(page.map((touchId) => readOutbox(directory, shopId, touchId)));
      return {
        emails: messages.filter((message) => message !== null).map(entryOf),
        total: touchIds.length,
      };
    },

    read: async (shopId, touchId) => {
      const message = await readOutbox(directory, shopId, touchId);
      if (message === null) return null;
      return {
        ...entryOf(message),
        html: message.html,
        text: message.text,
        headers: [...message.headers].map(([name, value]) => ({ name, value })),
        links: listLinks(message.html),
        base64: Buffer.from(message.source, 'latin1').toString('base64'),
      };
    },

    forget: async (shopId, emailHash) => {
      for (const touchId of await listOutbox(directory, shopId)) {
        const place = outboxFile(directory, shopId, touchId);
        const message = await readOutbox(directory, shopId, touchId);
        if (place === null || message === null) continue;
        const isTheirs = emailHash === null || sha256Hex(normaliseEmail(entryOf(message).to)) === emailHash;
        if (isTheirs) await rm(join(place.folder, place.name), { force: true });
      }
    },
  };
}

/** A file is written once and never changed, so that its time is that of the sending. */
async function byNewest(directory: string, shopId: string): Promise<ReadonlyArray<string>> {
  const found = await Promise.all(
    (await listOutbox(directory, shopId)).map(async (touchId) => {
      const place = outboxFile(directory, shopId, touchId);
      const { mtimeMs } = place === null ? { mtimeMs: null } : await stat(join(place.folder, place.name));
      return { touchId, mtimeMs };
    }),
  );
  return found
    .flatMap(({ touchId, mtimeMs }) => (mtimeMs === null ? [] : [{ touchId, mtimeMs }]))
    .toSorted((a, b) => b.mtimeMs - a.mtimeMs || (a.touchId < b.touchId ? -1 : 1))
    .map(({ touchId }) => touchId);
}

function entryOf({ touchId, subject, headers }: OutboxMessage): OutboxEntry {
  const sentAt = Date.parse(headers.get('date') ?? '');
  return {
    touchId,
    subject,
    to: (headers.get('to') ?? '').replace(/^.*<|>.*$/g, ''),
    sentAt: Number.isNaN(sentAt) ? null : sentAt,
  };
}
