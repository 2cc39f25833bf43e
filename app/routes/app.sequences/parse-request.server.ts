import { z } from 'zod';
import { PREVIEW_REQUEST } from '../app.sequences_.preview/preview-request.server';

/** The previewed e-mail, sent to somebody. */
export const TEST_REQUEST = z.strictObject({
  ...PREVIEW_REQUEST.shape,
  intent: z.literal('send_test'),
  to: z.string().trim().max(254),
});
