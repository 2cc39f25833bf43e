import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { outboxFile } from './outbox-file';
import { parseMessage } from './parse-message';
import type { ParsedMessage } from './parse-message';

export type OutboxMessage = ParsedMessage & { readonly touchId: string; readonly source: string };

/** The touches that lie in a shop's outbox, by name. In: outbox directory, shop. Out: touch ids; none for an unknown shop. */
export async function listOutbox(directory: string, shopId: string): Promise<ReadonlyArray<string>> {
  const place = outboxFile(directory, shopId, 'any');
  if (place === null) return [];
  const names = await readdir(place.folder).catch(ifMissing([]));
  return names.flatMap((name) => (/^[^.].*\.eml$/.test(name) ? [name.slice(0, -'.eml'.length)] : [])).sort();
}

/** One message of a shop's outbox. In: outbox directory, shop, touch. Out: its parts and source, or null when it is not there. */
export async function readOutbox(
  directory: string,
  shopId: string,
  touchId: string,
): Promise<OutboxMessage | null> {
  const place = outboxFile(directory, shopId, touchId);
  if (place === null) return null;
  const source = await readFile(join(place.folder, place.name), 'latin1').catch(ifMissing(null));
  return source === null ? null : { touchId, source, ...parseMessage(source) };
}

function ifMissing<T>(instead: T): (error: unknown) => T {
  return (error) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return instead;
    throw error;
  };
}
