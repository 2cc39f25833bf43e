import { z } from 'zod';
import { MESSAGE_KEYS } from '#core/message/message-texts';

/** Which e-mail, about which order, for which segments, with which settings changed and not saved. */
export const PREVIEW_REQUEST = z.strictObject({
  messageKey: z.enum(MESSAGE_KEYS),
  orderId: z.string().nullable(),
  segments: z.array(z.string().max(40)).nullable(),
  values: z.record(z.string(), z.unknown()),
});
