import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'smol-toml';
import { z } from 'zod';
import type { AppConfig } from './app-config';

const configShape = z.object({
  access_scopes: z.object({ scopes: z.string() }),
  webhooks: z.object({
    api_version: z.string(),
    subscriptions: z.array(
      z.object({
        uri: z.string(),
        topics: z.array(z.string()).default([]),
        compliance_topics: z.array(z.string()).default([]),
        include_fields: z
          .array(z.string().regex(/^\w+$/, 'the dev store picks fields of the first level only'))
          .optional(),
      }),
    ),
  }),
});

/** Reads scopes and webhook subscriptions from shopify.app.toml, as a deployment would. Throws when the file is not there or lacks them. */
export function readAppConfig(path: string): AppConfig {
  if (!existsSync(path)) {
    throw new Error(
      `no app configuration at ${path}: run the dev store in the folder that holds shopify.app.toml`,
    );
  }
  const config = configShape.parse(parse(readFileSync(path, 'utf8')));
  const pathOfTopic = new Map<string, string>();
  const fieldsOfTopic = new Map<string, ReadonlyArray<string>>();
  for (const { uri, topics, compliance_topics, include_fields } of config.webhooks.subscriptions) {
    for (const topic of [...topics, ...compliance_topics]) {
      pathOfTopic.set(topic, uri);
      if (include_fields) fieldsOfTopic.set(topic, include_fields);
    }
  }
  return {
    scopes: config.access_scopes.scopes.split(',').map((scope) => scope.trim()),
    subscriptions: { apiVersion: config.webhooks.api_version, pathOfTopic, fieldsOfTopic },
  };
}
