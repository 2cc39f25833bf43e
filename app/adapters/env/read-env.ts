import { environmentSchema, type EnvironmentName } from './environment-schema';
import { describeFault, type Fault } from './fault';
import { findConflicts } from './find-conflicts';

export type MailerEnv =
  | { readonly kind: 'outbox'; readonly directory: string }
  | {
      readonly kind: 'sendgrid';
      readonly apiKey: string;
      readonly fromEmail: string;
      readonly eventPublicKey: string;
      readonly baseUrl: string | null;
    };

export type Env = {
  readonly nodeEnv: 'development' | 'test' | 'production';
  readonly databaseUrl: string;
  readonly shopify: {
    readonly apiKey: string;
    readonly apiSecret: string;
    /** The secret before the present one, while it is rotated. */
    readonly previousApiSecret: string | null;
    readonly appUrl: string;
    /** Where the local stand-in of Shopify is; null means Shopify itself. */
    readonly apiOrigin: string | null;
    readonly appBridgeUrl: string | null;
  };
  readonly encryptionKey: Uint8Array;
  readonly linkSigningKey: string;
  readonly mailer: MailerEnv; // of shops that have not chosen themselves
  readonly outboxDirectory: string;
  /** Where a stand-in of SendGrid is; null means SendGrid itself. */
  readonly sendGridBaseUrl: string | null;
  readonly port: number;
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent';
};

/**
 * The whole configuration out of the environment variables, read once at the start of a process.
 * Throws one error that lists every variable at fault with its value (a secret's is not shown) and the remedy.
 */
export function readEnv(source: Readonly<Record<string, string | undefined>>): Env {
  const parsed = environmentSchema.safeParse(source);
  const wrong = parsed.success ? [] : parsed.error.issues.map(toFault);
  const faults = [...wrong, ...findConflicts(source)];
  if (!parsed.success || faults.length > 0) {
    const lines = faults.map((fault) => `  - ${describeFault(fault, source[fault.name])}`);
    throw new Error(`The environment is not usable:\n${lines.join('\n')}`);
  }
  const env = parsed.data;
  return {
    nodeEnv: env.NODE_ENV,
    databaseUrl: env.DATABASE_URL,
    shopify: {
      apiKey: env.SHOPIFY_API_KEY,
      apiSecret: env.SHOPIFY_API_SECRET,
      previousApiSecret: env.SHOPIFY_API_SECRET_PREVIOUS ?? null,
      appUrl: new URL(env.SHOPIFY_APP_URL).origin,
      apiOrigin: env.SHOPIFY_API_ORIGIN ? new URL(env.SHOPIFY_API_ORIGIN).origin : null,
      appBridgeUrl: env.APP_BRIDGE_URL ?? null,
    },
    encryptionKey: Buffer.from(env.ENCRYPTION_KEY, 'base64'),
    linkSigningKey: env.LINK_SIGNING_KEY,
    mailer: mailerOf(env),
    outboxDirectory: env.OUTBOX_DIR,
    sendGridBaseUrl: env.SENDGRID_BASE_URL ?? null,
    port: env.PORT,
    logLevel: env.LOG_LEVEL,
  };
}

function mailerOf(env: ReturnType<typeof environmentSchema.parse>): MailerEnv {
  const {
    SENDGRID_API_KEY: apiKey,
    SENDGRID_FROM_EMAIL: fromEmail,
    SENDGRID_EVENT_PUBLIC_KEY: eventPublicKey,
  } = env;
  if (env.MAILER !== 'sendgrid' || !apiKey || !fromEmail || !eventPublicKey) {
    return { kind: 'outbox', directory: env.OUTBOX_DIR };
  }
  return { kind: 'sendgrid', apiKey, fromEmail, eventPublicKey, baseUrl: env.SENDGRID_BASE_URL ?? null };
}

function toFault({
  path,
  message,
}: {
  readonly path: ReadonlyArray<PropertyKey>;
  readonly message: string;
}): Fault {
  return { name: path[0] as EnvironmentName, remedy: message };
}
