import { z } from 'zod';

/** When something happened: the store's clock, how many of the seeds' events had happened, and real time. */
const happened = { at: z.number(), events: z.number(), wallMs: z.number() };

/** A request that may have changed the store. */
const callShape = z.object({
  kind: z.literal('call'),
  ...happened,
  method: z.string(),
  url: z.string(),
  headers: z.record(z.string(), z.string()),
  body: z.string(),
});

/** Everything until now was delivered and answered. */
const settledShape = z.object({ kind: z.literal('settled'), ...happened });

/** A shopper answered an e-mail; `cartId` is what is bought. */
const answerShape = z.object({
  kind: z.literal('answer'),
  ...happened,
  shop: z.string(),
  email: z.number(),
  answer: z.enum(['unsubscribe', 'click', 'click_and_buy']),
  to: z.string(),
  status: z.number(),
  cartId: z.string().nullable(),
});

/** A bulk operation ended, beside everything else. */
const bulkShape = z.object({
  kind: z.literal('bulk_finished'),
  ...happened,
  shop: z.string(),
  operationId: z.string(),
  status: z.enum(['COMPLETED', 'FAILED']),
  objectCount: z.number(),
  rootObjectCount: z.number(),
  fileSize: z.number(),
});

export const entryShape = z.discriminatedUnion('kind', [callShape, settledShape, answerShape, bulkShape]);

export type JournalEntry = z.infer<typeof entryShape>;

type WithoutTime<T> = T extends unknown ? Omit<T, 'at' | 'events' | 'wallMs'> : never;
export type NewEntry = WithoutTime<JournalEntry>;

/** The first line: which seeds the rest was done to. */
export const headerShape = z.object({ journal: z.literal(1), seeds: z.string() });
