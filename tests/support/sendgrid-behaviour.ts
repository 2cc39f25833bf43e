import { z } from 'zod';

/** How the local SendGrid meets a request. `accepting` says whether the message was taken before things went wrong. */
export const Behaviour = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('accept') }),
  z.strictObject({
    kind: z.literal('status'),
    status: z.number().int().min(200).max(599),
    accepting: z.boolean().default(false),
    resetAt: z.number().int().optional(), // Unix seconds, for 429
    words: z.string().optional(), // of the error
  }),
  z.strictObject({ kind: z.literal('reset'), accepting: z.boolean() }),
  z.strictObject({ kind: z.literal('hang'), accepting: z.boolean() }),
]);

export type Behaviour = z.infer<typeof Behaviour>;
