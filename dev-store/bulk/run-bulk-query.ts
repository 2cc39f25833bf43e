import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { GraphQLSchema } from 'graphql';
import { userError } from '../graphql/admin/user-error';
import type { DevStore } from '../shop/dev-store';
import { issueId, type ShopState } from '../shop/shop-state';
import { stableUuid } from '../webhooks/webhook';
import { bulkLines } from './bulk-lines';
import type { BulkOperation } from './bulk-operation';
import { finishBulkOperation } from './finish-bulk-operation';
import { createPlanner } from './plan-selection';
import { readBulkQuery, type BulkQuery } from './read-bulk-query';
import { walkConnection } from './walk-selection';

export type BulkSource = { readonly schema: GraphQLSchema; readonly queries: object };

type Started = {
  readonly operation: BulkOperation | null;
  readonly userErrors: ReadonlyArray<object>;
};

const MOST_RUNNING = 5;
const CHUNK_LENGTH = 65_536;

/** Starts a bulk operation over the shop as it is now. It runs beside everything else and ends with a webhook. */
export function runBulkQuery(store: DevStore, shop: ShopState, source: BulkSource, query: string): Started {
  const read = readBulkQuery(source.schema, query);
  if ('fault' in read) return { operation: null, userErrors: [userError(['query'], read.fault, 'INVALID')] };
  const running = Array.from(shop.bulkOperations.values()).filter(({ completedAt }) => completedAt === null);
  if (running.length >= MOST_RUNNING) {
    const message = `${MOST_RUNNING} bulk operations are running: wait until one of them is completed`;
    return { operation: null, userErrors: [userError(['query'], message, 'LIMIT_REACHED')] };
  }
  const id = issueId(shop);
  const operation: BulkOperation = {
    id,
    query,
    createdAt: store.clock.now,
    fileName: `${stableUuid(`${store.app.secret} ${shop.shop.domain}`, 'bulk result', Number(id))}.jsonl`,
    status: 'CREATED',
    errorCode: null,
    completedAt: null,
    objectCount: 0,
    rootObjectCount: 0,
    fileSize: 0,
    url: null,
  };
  shop.bulkOperations.set(operation.id, operation);
  const begin = () => setImmediate(() => void complete(store, shop, source, read, operation));
  if (store.replay === null) begin();
  else store.replay.afterwards.push(() => (operation.completedAt === null ? begin() : undefined));
  return { operation, userErrors: [] };
}

async function complete(
  store: DevStore,
  shop: ShopState,
  source: BulkSource,
  query: BulkQuery,
  operation: BulkOperation,
): Promise<void> {
  operation.status = 'RUNNING';
  try {
    const chunks = Readable.from(textChunks(source, query, operation));
    await pipeline(chunks, createWriteStream(join(store.bulkFolder, operation.fileName)));
    operation.status = 'COMPLETED';
  } catch (error) {
    process.stderr.write(
      `bulk operation ${operation.id}: ${error instanceof Error ? error.message : String(error)}\n`,
    );
    operation.status = 'FAILED';
  }
  finishBulkOperation(store, shop, operation);
}

/** Lines in large pieces: a write for each line would take longer than the query. */
function* textChunks(source: BulkSource, query: BulkQuery, operation: BulkOperation): Iterable<Buffer> {
  let pending = '';
  for (const { text, isRoot } of bulkLines(rootNodes(source, query))) {
    operation.objectCount += 1;
    if (isRoot) operation.rootObjectCount += 1;
    pending += text;
    if (pending.length < CHUNK_LENGTH) continue;
    yield countBytes(pending, operation);
    pending = '';
  }
  if (pending !== '') yield countBytes(pending, operation);
}

function countBytes(text: string, operation: BulkOperation): Buffer {
  const bytes = Buffer.from(text);
  operation.fileSize += bytes.length;
  return bytes;
}

function rootNodes({ schema, queries }: BulkSource, { field, fragments }: BulkQuery) {
  const queryType = schema.getQueryType();
  const resolve: unknown = Reflect.get(queries, field.name.value);
  if (queryType == null || typeof resolve !== 'function') {
    throw new Error(
      `the dev store has no bulk query over ${field.name.value}: use orders, customers or products`,
    );
  }
  const plan = createPlanner(schema, fragments).planField(field, queryType);
  return walkConnection(plan, resolve(plan.args));
}
