import { z } from 'zod';
import { MESSAGE_KEYS } from '#core/message/message-texts';

const wanted = {
  messageKey: z.enum(MESSAGE_KEYS),
  orderId: z.string().nullable(),
  segments: z.array(z.string().max(40)).nullable(),
  values: z.record(z.string(), z.unknown()),
};

/** What the screen asks besides saving. */
export const SEQUENCE_REQUEST = z.discriminatedUnion('intent', [
  z.strictObject({ intent: z.literal('preview'), ...wanted }),
  z.strictObject({ intent: z.literal('send_test'), to: z.string().trim().max(254), ...wanted }),
]);
