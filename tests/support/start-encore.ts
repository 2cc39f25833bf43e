import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readEnv } from '#adapters/env/read-env';
import { naturalKey } from '#adapters/shopify/natural-key';
import { createTools, type Wired } from '#adapters/wiring.server';
import { DEFAULT_SETTINGS } from '#core/settings/settings';
import { installShop } from '#flows/install-shop';
import { jobHandlers } from '#runner/jobs';
import { step } from '#runner/stepped';
import { advanceClock } from '../../dev-store/clock/advance-clock';
import { nextHappeningAt } from '../../dev-store/clock/happenings';
import { startStore, type RunningStore } from '../../dev-store/launch/start-store';
import type { StoreSeed } from '../../dev-store/model';
import { issueSessionToken } from '../../dev-store/oauth/session-token';
import { readAppConfig } from '../../dev-store/webhooks/read-app-config';
import { exchangeToken } from './exchange-token';
import { finishImport } from './finish-import';
import { openWebhookDoor, type Webhook } from './webhook-door';

/** A shop with Encore in it, in one process: local Shopify, database, tools, and a clock that is stepped by hand. */
export type RunningEncore = {
  readonly shopId: string;
  readonly tools: Wired;
  readonly devStore: RunningStore;
  readonly env: Readonly<Record<string, string>>;
  readonly webhooks: ReadonlyArray<Webhook>; // everything the store sent, as it came
  /** Puts a webhook into the inbox again, as another delivery of it would. */
  readonly deliver: (webhook: Webhook) => Promise<'stored' | 'duplicate'>;
  /** Moves store and runner to `at`, through everything that happens until then. */
  readonly moveTo: (at: number) => Promise<void>;
  /** Moves the store alone to `at`; the runner wakes up there and does what is due, as after an outage. */
  readonly wakeAt: (at: number) => Promise<void>;
  readonly stop: () => Promise<void>;
};

const KEY = 'test-key';

/**
 * In: an empty migrated database, the store's seed, the instant of installing. `accepts` false: webhooks are lost;
 * `withheldScopes`: what the shop does not grant, read anew at every call, so that a test may grant it later.
 */
export async function startEncore(input: {
  readonly databaseUrl: string;
  readonly seed: StoreSeed;
  readonly at: number;
  readonly over?: Readonly<Record<string, string>>;
  readonly accepts?: (webhook: Webhook) => boolean;
  readonly withheldScopes?: ReadonlySet<string>;
}): Promise<RunningEncore> {
  const { seed, at } = input;
  const shopId = seed.shop.domain;
  const secret = randomBytes(16).toString('hex');
  const folder = mkdtempSync(join(tmpdir(), 'encore-test-'));
  const webhooks: Webhook[] = [];
  const keep = async (webhook: Webhook) =>
    tools.store.insertInbox(shopId, {
      ...webhook,
      naturalKey: naturalKey(
        webhook.topic,
        Buffer.from(webhook.payload),
        JSON.parse(webhook.payload),
        webhook.triggeredAt ?? null,
      ),
      triggeredAt: webhook.triggeredAt === undefined ? null : Date.parse(webhook.triggeredAt),
      receivedAt: devStore.store.clock.now,
    });
  const door = await openWebhookDoor(async (webhook) => {
    webhooks.push(webhook);
    if (input.accepts?.(webhook) ?? true) await keep(webhook);
  });
  const { scopes, subscriptions } = readAppConfig('shopify.app.toml');
  const app = {
    url: door.url,
    key: KEY,
    secret,
    get scopes() {
      return scopes.filter((scope) => !input.withheldScopes?.has(scope));
    },
    subscriptions,
  };
  const devStore = await startStore({ port: 0, app, seeds: [seed], clock: at, wallClock: Date.now });
  const env = {
    NODE_ENV: 'test',
    LOG_LEVEL: 'silent',
    DATABASE_URL: input.databaseUrl,
    SHOPIFY_API_KEY: KEY,
    SHOPIFY_API_SECRET: secret,
    SHOPIFY_APP_URL: door.url,
    SHOPIFY_API_ORIGIN: devStore.url,
    ENCRYPTION_KEY: randomBytes(32).toString('base64'),
    LINK_SIGNING_KEY: randomBytes(32).toString('hex'),
    OUTBOX_DIR: join(folder, 'outbox'),
    ...input.over,
  };
  const tools = createTools(readEnv(env));
  await tools.jobs.start();
  const config = { apiKey: KEY, apiSecret: secret, appUrl: door.url };
  await tools.sessions.storeSession(
    await exchangeToken(config, shopId, issueSessionToken(app, shopId, Date.now())),
  );
  await installShop(tools, { shopId, now: at });
  await tools.store.saveSettings(shopId, DEFAULT_SETTINGS, 'merchant', at); // turns the sequence on

  let now = at;
  const knownSlots = new Map<string, string>();
  const work = async () => {
    const handlers = jobHandlers(tools, { now: () => Promise.resolve(now) });
    const answer = await step(tools, () => tools.jobs.drain(handlers), { now, jobs: true }, knownSlots);
    if (answer.kind === 'failed') throw new Error(answer.error);
    return answer.nextAt;
  };
  const wakeAt = async (to: number) => {
    now = Math.max(now, to);
    await advanceClock(devStore.store, now);
    return work();
  };
  const moveTo = async (to: number) => {
    let nextAt = await work();
    do {
      const shop = devStore.store.shops.get(shopId);
      const storeNext = (shop && nextHappeningAt(devStore.store, shop)) ?? Infinity;
      nextAt = await wakeAt(Math.min(to, nextAt, storeNext));
    } while (now < to);
  };
  await finishImport(tools.store, shopId, work);
  return {
    shopId,
    tools,
    devStore,
    env,
    webhooks,
    deliver: keep,
    moveTo,
    wakeAt: async (to) => void (await wakeAt(to)),
    stop: async () => {
      await tools.jobs.stop();
      await tools.close();
      await devStore.stop();
      await door.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
