/** What the two of a kind have to agree on. */
export type AppSecrets = {
  readonly apiSecret: string;
  readonly encryptionKey: string;
  readonly linkSigningKey: string;
};

/** The environment of the app's processes and of the local store, all on the loopback address. */
export function appEnvironment(input: {
  readonly apiKey: string;
  readonly databaseUrl: string;
  readonly webPort: number;
  readonly storePort: number;
  readonly outbox: string;
  readonly secrets: AppSecrets;
}) {
  return {
    PATH: process.env['PATH'],
    HOME: process.env['HOME'],
    NODE_ENV: 'test' as const,
    LOG_LEVEL: 'warn',
    DATABASE_URL: input.databaseUrl,
    SHOPIFY_API_KEY: input.apiKey,
    SHOPIFY_API_SECRET: input.secrets.apiSecret,
    SHOPIFY_APP_URL: `http://127.0.0.1:${input.webPort}`,
    SHOPIFY_API_ORIGIN: `http://127.0.0.1:${input.storePort}`,
    APP_BRIDGE_URL: `http://127.0.0.1:${input.storePort}/app-bridge.js`,
    ENCRYPTION_KEY: input.secrets.encryptionKey,
    LINK_SIGNING_KEY: input.secrets.linkSigningKey,
    MAILER: 'outbox',
    OUTBOX_DIR: input.outbox,
  };
}

/** Secrets that nobody has had before. */
export function newSecrets(random: (bytes: number) => Buffer): AppSecrets {
  return {
    apiSecret: random(24).toString('hex'),
    encryptionKey: random(32).toString('base64'),
    linkSigningKey: random(32).toString('hex'),
  };
}
