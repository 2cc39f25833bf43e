import { z } from 'zod';

const ENCRYPTION_KEY_BYTES = 32;

/** An empty variable is the way a shell or a compose file says "not set". */
const notEmpty = (value: unknown) => (value === '' ? undefined : value);
const optional = <Schema extends z.ZodType>(schema: Schema) => z.preprocess(notEmpty, schema.optional());
const required = <Schema extends z.ZodType>(schema: Schema) => z.preprocess(notEmpty, schema);
const text = (remedy: string) => z.string({ error: remedy });
const webAddress = (remedy: string) => z.url({ protocol: /^https?$/, error: remedy });

const byteLength = (base64: string) => Buffer.from(base64, 'base64').length;

/** Every variable that the app reads, each with the remedy that a person sees when the value is missing or wrong. */
export const environmentSchema = z.object({
  NODE_ENV: z.preprocess(
    notEmpty,
    z
      .enum(['development', 'test', 'production'], 'use development, test or production')
      .default('development'),
  ),
  DATABASE_URL: required(
    z.url({ protocol: /^postgres(ql)?$/, error: 'set it to postgresql://user:password@host:5432/database' }),
  ),
  SHOPIFY_API_KEY: required(text('copy the Client ID from the Shopify Dev Dashboard, Settings')),
  SHOPIFY_API_SECRET: required(text('copy the Secret from the Shopify Dev Dashboard, Settings')),
  SHOPIFY_API_SECRET_PREVIOUS: optional(
    text('while you rotate the secret, the one before it; else leave it out'),
  ),
  SHOPIFY_APP_URL: required(webAddress('set it to the address at which Shopify reaches this app, https://…')),
  SHOPIFY_API_ORIGIN: optional(
    webAddress('leave it out, or set it to the local dev store, http://127.0.0.1:PORT'),
  ),
  APP_BRIDGE_URL: optional(webAddress('leave it out, or set it to the App Bridge of the local dev store')),
  ENCRYPTION_KEY: required(
    text('make one with: openssl rand -base64 32').refine((key) => byteLength(key) === ENCRYPTION_KEY_BYTES, {
      error: 'it must be 32 bytes in base64; make one with: openssl rand -base64 32',
    }),
  ),
  LINK_SIGNING_KEY: required(
    text('make one with: openssl rand -hex 32').min(
      32,
      'it needs 32 characters or more; make one with: openssl rand -hex 32',
    ),
  ),
  MAILER: z.preprocess(notEmpty, z.enum(['outbox', 'sendgrid'], 'use outbox or sendgrid').default('outbox')),
  OUTBOX_DIR: z.preprocess(
    notEmpty,
    text('a folder for the e-mails of MAILER=outbox').default('.data/outbox'),
  ),
  SENDGRID_API_KEY: optional(text('create an API key with Mail Send access in SendGrid')),
  SENDGRID_FROM_EMAIL: optional(
    z.email('the address of an authenticated sender, such as offers@example.com'),
  ),
  SENDGRID_EVENT_PUBLIC_KEY: optional(
    text('copy the verification key of the signed Event Webhook in SendGrid'),
  ),
  SENDGRID_BASE_URL: optional(
    webAddress('leave it out, or set it to a stand-in of SendGrid, http://127.0.0.1:PORT'),
  ),
  PORT: z.preprocess(
    notEmpty,
    z.coerce
      .number('a port from 1 to 65535')
      .int('a port from 1 to 65535')
      .min(1, 'a port from 1 to 65535')
      .max(65_535, 'a port from 1 to 65535')
      .default(3000),
  ),
  LOG_LEVEL: z.preprocess(
    notEmpty,
    z
      .enum(
        ['fatal', 'error', 'warn', 'info', 'debug', 'silent'],
        'use fatal, error, warn, info, debug or silent',
      )
      .default('info'),
  ),
});

export type EnvironmentName = keyof z.infer<typeof environmentSchema>;
