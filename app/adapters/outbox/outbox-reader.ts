import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { emailHashOf } from '#core/suppression/identity';
import { TEST_PREFIX, type Outbox, type OutboxEntry, type OutboxLetter } from '#flows/ports/outbox';
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

    writtenTo: async (shopId, emailHashes) => {
      const letters: OutboxLetter[] = [];
      for (const touchId of await listOutbox(directory, shopId)) {
        const message = await readOutbox(directory, shopId, touchId);
        if (message === null || !emailHashes.includes(emailHashOf(entryOf(message).to))) continue;
        letters.push({ ...entryOf(message), text: message.text });
      }
      return letters;
    },

    forget: async (shopId, emailHash) => {
      await removeWhere(
        directory,
        shopId,
        await listOutbox(directory, shopId),
        ({ to }) => emailHash === null || emailHashOf(to) === emailHash,
      );
    },

    forgetTouches: async (shopId, touchIds) => {
      const there = new Set(await listOutbox(directory, shopId));
      const meant = touchIds.filter((touchId) => there.has(touchId));
      for (const touchId of meant) await remove(directory, shopId, touchId);
      return meant.length;
    },

    forgetTests: async (shopId, before) => {
      const tests = (await listOutbox(directory, shopId)).filter((name) => name.startsWith(TEST_PREFIX));
      return removeWhere(directory, shopId, tests, ({ sentAt }) => sentAt !== null && sentAt < before);
    },
  };
}

/** Out: how many e-mails that were. */
async function removeWhere(
  directory: string,
  shopId: string,
  touchIds: ReadonlyArray<string>,
  isMeant: (entry: OutboxEntry) => boolean,
): Promise<number> {
  let removed = 0;
  for (const touchId of touchIds) {
    const message = await readOutbox(directory, shopId, touchId);
    if (message === null || !isMeant(entryOf(message))) continue;
    await remove(directory, shopId, touchId);
    removed += 1;
  }
  return removed;
}

async function remove(directory: string, shopId: string, touchId: string): Promise<void> {
  const place = outboxFile(directory, shopId, touchId);
  if (place !== null) await rm(join(place.folder, place.name), { force: true });
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
