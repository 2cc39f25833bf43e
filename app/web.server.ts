import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { readEnv, type Env } from '#adapters/env/read-env';
import { admitLocalAdmin } from '#adapters/shopify/local-admin';
import {
  createEmbeddedApp,
  embeddedHeaders as libraryHeaders,
  type Member,
} from '#adapters/shopify/shopify.server';
import { createTools, type Wired } from '#adapters/wiring.server';
import { installShop } from '#flows/install-shop';
import { answerWebhook } from './answer-webhook.server';
import { openEventDoors, type EventDoors } from './sendgrid-events.server';

/** The web process: the tools of the flows, and what routes ask of a request. */
export type Web = Wired &
  EventDoors & {
    readonly env: Env;
    /** The shop of a request out of the admin, installed when it is new. Throws the Response to answer instead. */
    readonly requireShop: (request: Request) => Promise<string>;
    /** The same with the member of staff who asks. */
    readonly requireMember: (request: Request) => Promise<Member>;
    /** Answers a webhook of Shopify's; false: the address is no door of theirs. */
    readonly answerWebhook: (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;
    readonly addDocumentHeaders: (request: Request, headers: Headers) => void;
  };

const LAST_ANSWERS_MS = 1000;

/** Headers that Shopify's library needs on answers of the embedded pages, errors included. */
export const embeddedHeaders = libraryHeaders;

let built: Web | null = null;

/** Built when it is first asked for: building the app's bundle reads no environment. */
export function web(): Web {
  if (built === null) {
    built = buildWeb(readEnv(process.env));
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, endWeb);
  }
  return built;
}

/** The server takes no new requests from here on; those under way still need the database. */
function endWeb(): void {
  void pause(LAST_ANSWERS_MS)
    .then(() => Promise.all([built?.jobs.stop(), built?.close()]))
    .finally(() => process.exit());
}

function buildWeb(env: Env): Web {
  const wired = createTools(env);
  const { apiSecret, previousApiSecret, apiOrigin } = env.shopify;
  const embedded = createEmbeddedApp(env.shopify, wired.sessions);
  const app = apiOrigin === null ? embedded : admitLocalAdmin(embedded, apiOrigin);
  const webhooks = {
    ...wired,
    secrets: [apiSecret, ...(previousApiSecret === null ? [] : [previousApiSecret])],
  };
  const install = onceAtATime(async (shopId) => installShop(wired, { shopId, now: await wired.clock.now() }));
  const requireMember = async (request: Request) => {
    const member = await app.requireMember(request);
    await install(member.shopId);
    return member;
  };
  return {
    ...wired,
    ...openEventDoors(wired, env.mailer),
    env,
    requireMember,
    requireShop: async (request) => (await requireMember(request)).shopId,
    answerWebhook: (request, response) => answerWebhook(webhooks, request, response),
    addDocumentHeaders: app.addDocumentHeaders,
  };
}

/** A page and the layout around it load side by side, and both may be the first of their shop. */
function onceAtATime(work: (shopId: string) => Promise<void>): (shopId: string) => Promise<void> {
  const underWay = new Map<string, Promise<void>>();
  return (shopId) => {
    const known = underWay.get(shopId);
    if (known) return known;
    const started = work(shopId).finally(() => underWay.delete(shopId));
    underWay.set(shopId, started);
    return started;
  };
}
