import { z } from 'zod';
import { MESSAGE_KEYS } from '#core/message/message-texts';

const wanted = {
  messageKey: z.enum(MESSAGE_KEYS),
  orderId: z.string().nullable(),
  segments: z.array(z.string().max(40)).nullable(),
  values: z.record(z.string(), z.unknown()),
};

/** An e-mail as it would be sent with what stands in a form. */
export const PREVIEW_REQUEST = z.strictObject({ intent: z.literal('preview'), ...wanted });

/** What the screen asks besides saving. */
export const SEQUENCE_REQUEST = z.discriminatedUnion('intent', [
  PREVIEW_REQUEST,
  z.strictObject({ intent: z.literal('send_test'), to: z.string().trim().max(254), ...wanted }),
]);
