import { z } from 'zod';

// The shape of POST /v3/mail/send after SendGrid's OpenAPI document, as far as Encore may use it. Strict throughout:
// a field that SendGrid does not know is an error here, as a field in the wrong place is at SendGrid.

const Address = z.strictObject({ email: z.email(), name: z.string().optional() });

const OneLine = z
  .string()
  .min(1)
  .regex(/^[^\r\n]*$/);

const NOT_TO_OVERRIDE =
  /^(x-sg-id|x-sg-eid|received|dkim-signature|content-type|content-transfer-encoding|to|from|subject|reply-to|cc|bcc)$/i;

const Headers = z.record(
  z.string().refine((name) => !NOT_TO_OVERRIDE.test(name), 'header may not be overridden'),
  OneLine,
);

const CustomArgs = z
  .record(z.string(), z.string())
  .refine(
    (given) => Buffer.byteLength(JSON.stringify(given)) < 10_000,
    'custom_args must be under 10,000 bytes',
  );

const Personalization = z.strictObject({
  to: z.array(Address).min(1),
  subject: OneLine.optional(),
  headers: Headers.optional(),
  custom_args: CustomArgs.optional(),
});

const Content = z.strictObject({ type: z.string().min(1), value: z.string().min(1) });

const TEXT_FIRST = ['text/plain', 'text/html'];

const TrackingSettings = z.strictObject({
  click_tracking: z.strictObject({ enable: z.boolean(), enable_text: z.boolean().optional() }).optional(),
  open_tracking: z.strictObject({ enable: z.boolean(), substitution_tag: z.string().optional() }).optional(),
  subscription_tracking: z.strictObject({ enable: z.boolean() }).optional(),
});

/** What the local SendGrid takes; anything else is answered 400. */
export const MailBody = z.strictObject({
  personalizations: z.array(Personalization).min(1).max(1000),
  from: Address,
  subject: OneLine,
  content: z
    .array(Content)
    .min(1)
    .refine(
      (parts) => parts.every((part, index) => part.type === TEXT_FIRST[index] || parts.length === 1),
      'text/plain must be followed by text/html',
    ),
  headers: Headers.optional(),
  tracking_settings: TrackingSettings.optional(),
});

export type MailBody = z.infer<typeof MailBody>;
