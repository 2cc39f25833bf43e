import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { describe, expect, it } from 'vitest';
import { readEnv } from '#adapters/env/read-env';
import { environmentSchema } from '#adapters/env/environment-schema';

const example = parseEnv(readFileSync('.env.example', 'utf8'));
const ownSecrets = {
  SHOPIFY_API_SECRET: 'a-secret-of-our-own',
  ENCRYPTION_KEY: Buffer.alloc(32, 7).toString('base64'),
  LINK_SIGNING_KEY: 'x'.repeat(32),
};
const production = {
  ...example,
  ...ownSecrets,
  NODE_ENV: 'production',
  SHOPIFY_APP_URL: 'https://encore.example',
};
const sendgrid = {
  MAILER: 'sendgrid',
  SENDGRID_API_KEY: 'SG.secret',
  SENDGRID_FROM_EMAIL: 'offers@example.com',
  SENDGRID_EVENT_PUBLIC_KEY: 'MFkw',
};

describe('.env.example', () => {
  it('is accepted for development', () => {
    expect(readEnv(example)).toMatchObject({
      nodeEnv: 'development',
      port: 3000,
      mailer: { kind: 'outbox' },
    });
  });

  it('names every variable that is read, and no other', () => {
    expect(Object.keys(example).sort()).toEqual(Object.keys(environmentSchema.shape).sort());
  });
});

it('all faults are listed in one error, with the remedy of each', () => {
  const read = () =>
    readEnv({
      ...example,
      DATABASE_URL: 'mysql://x',
      PORT: '70000',
      SHOPIFY_API_KEY: undefined,
      MAILER: 'post',
    });
  expect(read).toThrow(/DATABASE_URL.*postgresql:/);
  expect(read).toThrow(/PORT is "70000": a port from 1 to 65535/);
  expect(read).toThrow(/SHOPIFY_API_KEY is not set: copy the Client ID/);
  expect(read).toThrow(/MAILER is "post": use outbox or sendgrid/);
});

it('a fault between variables is listed beside a fault of one variable', () => {
  const read = () => readEnv({ ...example, PORT: 'http', SENDGRID_API_KEY: 'SG.secret' });
  expect(read).toThrow(/PORT is "http"[^]*SENDGRID_FROM_EMAIL is not set/);
});

it('a secret is told by its length, another value in full', () => {
  const read = () => readEnv({ ...example, ENCRYPTION_KEY: 'hunter2', LOG_LEVEL: 'loud' });
  expect(read).toThrow(/ENCRYPTION_KEY is a secret of 7 characters/);
  expect(read).toThrow(/LOG_LEVEL is "loud"/);
  expect(read).not.toThrow(/hunter2/);
});

describe('in production', () => {
  it('own secrets are accepted', () => {
    expect(readEnv(production)).toMatchObject({
      nodeEnv: 'production',
      linkSigningKey: ownSecrets.LINK_SIGNING_KEY,
    });
  });

  it.each(Object.keys(ownSecrets))('the published sample of %s is refused', (name) => {
    expect(() => readEnv({ ...production, [name]: example[name] })).toThrow(`${name} is a secret`);
  });

  it.each(['SHOPIFY_API_ORIGIN', 'APP_BRIDGE_URL', 'SENDGRID_BASE_URL'])(
    'the stand-in %s is refused',
    (name) => {
      expect(() => readEnv({ ...production, [name]: 'http://127.0.0.1:4000' })).toThrow(`${name} is`);
    },
  );

  it('an app address without TLS is refused', () => {
    expect(() => readEnv({ ...production, SHOPIFY_APP_URL: 'http://encore.example' })).toThrow(
      'SHOPIFY_APP_URL',
    );
  });
});

it('in development a stand-in of Shopify is accepted', () => {
  const env = readEnv({ ...example, SHOPIFY_API_ORIGIN: 'http://127.0.0.1:4000/' });
  expect(env.shopify.apiOrigin).toBe('http://127.0.0.1:4000');
});

describe('SendGrid', () => {
  it('is used when all of its variables are set', () => {
    expect(readEnv({ ...example, ...sendgrid }).mailer).toEqual({
      kind: 'sendgrid',
      apiKey: 'SG.secret',
      fromEmail: 'offers@example.com',
      eventPublicKey: 'MFkw',
      baseUrl: null,
    });
  });

  it.each(['SENDGRID_API_KEY', 'SENDGRID_FROM_EMAIL', 'SENDGRID_EVENT_PUBLIC_KEY'])(
    'is refused without %s',
    (name) => {
      expect(() => readEnv({ ...example, ...sendgrid, [name]: '' })).toThrow(`${name} is not set`);
    },
  );

  it('is not used while the mailer is the outbox', () => {
    expect(readEnv({ ...example, ...sendgrid, MAILER: 'outbox' }).mailer.kind).toBe('outbox');
  });
});

it.each([
  ['31 bytes', Buffer.alloc(31), false],
  ['32 bytes', Buffer.alloc(32), true],
  ['33 bytes', Buffer.alloc(33), false],
])('an encryption key of %s', (_, bytes, isAccepted) => {
  const read = () => readEnv({ ...example, ENCRYPTION_KEY: bytes.toString('base64') });
  if (isAccepted) expect(read().encryptionKey).toHaveLength(32);
  else expect(read).toThrow('32 bytes in base64');
});
