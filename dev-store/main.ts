import { z } from 'zod';
import type { Instant } from './model';
import { openSeeds } from './launch/open-seeds';
import { readArguments } from './launch/read-arguments';
import { startStore } from './launch/start-store';
import { readAppConfig } from './webhooks/read-app-config';

const MINUTE = 60_000;

const environment = z.object({
  NODE_ENV: z.string().optional(),
  SHOPIFY_API_KEY: z
    .string({ error: 'SHOPIFY_API_KEY is missing: give the app and the dev store the same one' })
    .min(1),
  SHOPIFY_API_SECRET: z
    .string({ error: 'SHOPIFY_API_SECRET is missing: give the app and the dev store the same one' })
    .min(1),
});

function readEnvironment() {
  const env = environment.safeParse(process.env);
  if (env.success) return env.data;
  throw new Error(env.error.issues.map(({ message }) => message).join('\n'));
}

async function main(): Promise<void> {
  const env = readEnvironment();
  if (env.NODE_ENV === 'production')
    throw new Error('the dev store does not run with NODE_ENV=production: unset it');
  const given = readArguments(process.argv.slice(2));
  const present: Instant = given.historyUntil ?? given.clock ?? Math.floor(Date.now() / MINUTE) * MINUTE;
  const seeds = await openSeeds(given, present);
  const { scopes, subscriptions } = readAppConfig('shopify.app.toml');
  const running = await startStore({
    port: given.port,
    app: {
      url: given.appUrl,
      key: env.SHOPIFY_API_KEY,
      secret: env.SHOPIFY_API_SECRET,
      scopes,
      subscriptions,
    },
    seeds,
    clock: given.clock ?? present,
    wallClock: Date.now,
    journalPath: given.journalPath,
    isConducted: given.isConducted,
  });
  process.stdout.write(`${JSON.stringify({ url: running.url })}\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void running.stop().then(() => process.exit(0)));
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
