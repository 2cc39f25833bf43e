import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Clock, Mailer, Tools } from '#flows/ports';
import { devStoreClock } from './clock/dev-store-clock';
import { systemClock } from './clock/system-clock';
import { closeConnections, createPrisma } from './database/create-prisma';
import { statementsOf } from './database/within-shop';
import { createDatabaseStore } from './database/database-store';
import { createSessionRows } from './database/session-rows';
import type { Env } from './env/read-env';
import { createJobs, type Jobs } from './jobs/jobs';
import { signLinks } from './links/sign-links';
import { createLog } from './log/json-log';
import { ChosenMailer } from './mailers/chosen-mailer';
import { OutboxMailer } from './outbox/outbox-mailer';
import { createOutbox } from './outbox/outbox-reader';
import { TemplateRenderer } from './rendering/render-message';
import { settingsParser } from './settings/parse-settings';
import { SEND_TIMEOUT_MS, SendGridMailer } from './sendgrid/sendgrid-mailer';
import { SendGridTester } from './sendgrid/sendgrid-tester';
import { createAdmin } from './shopify/admin';
import { createShopCalls } from './shopify/call-shop';
import { installFetch } from './shopify/fetch-seam';
import { refreshSession } from './shopify/refresh-session';
import { createSealer } from './shopify/seal-text';
import { SealedSessionStorage } from './shopify/sealed-session-storage';
import { sessionIdOf } from './shopify/session-id';
import { createShopifyApi } from './shopify/shopify-api';

const CONNECTIONS = 10;
const OUTBOX_SENDER = 'offers@outbox.example';
/** Name of the first key; the next one gets another and this one stays for reading. */
const FIRST_KEY = 'k1';

/** The tools of the flows, and what only the two processes need. */
export type Wired = Tools & {
  readonly clock: Clock;
  readonly jobs: Jobs;
  readonly sessions: SealedSessionStorage;
  readonly close: () => Promise<void>;
};

/**
 * Builds everything outside, once per process; web and runner share it. Nothing connects before it is first used.
 * In: the environment as read at the start. Out: the tools. `close` ends connections, after jobs were stopped.
 */
export function createTools(env: Env): Wired {
  installFetch(env.shopify.apiOrigin, env.nodeEnv === 'production');
  const log = createLog(env.logLevel);
  const clock = env.shopify.apiOrigin === null ? systemClock : devStoreClock(env.shopify.apiOrigin);
  const prisma = createPrisma({ connectionString: env.databaseUrl, connections: CONNECTIONS });
  const jobs = startedOnce(
    createJobs({ connectionString: env.databaseUrl, statements: statementsOf(prisma), log }),
  );
  const store = createDatabaseStore({
    prisma,
    enqueue: async (...job) => {
      await jobs.start();
      await jobs.enqueue(...job);
    },
  });
  const api = createShopifyApi(env.shopify);
  const sealer = createSealer({ keyId: FIRST_KEY, secret: env.encryptionKey });
  const sessions = new SealedSessionStorage({
    rows: createSessionRows(prisma),
    sealer,
    refresh: (session) => refreshSession(api, session),
  });
  const sessionOf = (shopId: string) => sessions.loadSession(sessionIdOf(shopId));
  return {
    store,
    admin: createAdmin(createShopCalls({ api, sessionOf, wait })),
    mailer: createMailer({ env, store, secrets: sealer }),
    renderer: new TemplateRenderer(),
    links: signLinks({ keyId: FIRST_KEY, secret: env.linkSigningKey }),
    secrets: sealer,
    sendingTester: new SendGridTester({ baseUrl: env.sendGridBaseUrl, timeoutMs: SEND_TIMEOUT_MS }),
    settingsParser,
    outbox: createOutbox(env.outboxDirectory),
    ids: { newId: () => randomUUID() },
    log,
    appUrl: env.shopify.appUrl,
    clock,
    jobs,
    sessions,
    close: () => closeConnections(prisma),
  };
}

/** The shop's own choice at the moment of sending; the environment's where it has not chosen. */
function createMailer({ env, store, secrets }: Pick<Wired, 'store' | 'secrets'> & { env: Env }): Mailer {
  const outbox = new OutboxMailer({ directory: env.outboxDirectory, fromEmail: OUTBOX_SENDER });
  const sendGrid = (account: { readonly apiKey: string; readonly fromEmail: string }) =>
    new SendGridMailer({
      ...account,
      baseUrl: env.sendGridBaseUrl,
      timeoutMs: SEND_TIMEOUT_MS,
      random: Math.random,
    });
  const byDefault = env.mailer.kind === 'sendgrid' ? sendGrid(env.mailer) : outbox;
  return new ChosenMailer({ accounts: store, secrets, outbox, sendGrid, byDefault });
}

/** The web starts the queue when it first has a job for it, the runner at once; both may ask at the same time. */
function startedOnce(jobs: Jobs): Jobs {
  let started: Promise<void> | null = null;
  return { ...jobs, start: () => (started ??= jobs.start()) };
}
