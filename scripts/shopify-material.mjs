// Fetches Shopify's real API schemas and webhook examples into .cache/shopify, where the dev store, the types and the
// tests read them.
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { projectRoot } from './project-root.mjs';
import { fetchPackage } from './shopify-material/fetch-package.mjs';
import { listAccess } from './shopify-material/list-access.mjs';
import { SCHEMAS, WEBHOOKS } from './shopify-material/packages.mjs';
import { printPlainSchema } from './shopify-material/print-schema.mjs';
import { readTarball } from './shopify-material/read-tarball.mjs';

const API_VERSION = '2026-07';
const SCHEMA_FILES = {
  'dist/data/admin_2026-07.json.gz': 'admin-2026-07',
  'dist/data/admin_2026-10.json.gz': 'admin-2026-10',
  'dist/data/storefront-graphql_2026-10.json.gz': 'storefront-2026-10',
};
const WEBHOOK_FILE = new RegExp(`^(schemas|metadatas)/${API_VERSION}/(.+)\\.json$`);

const target = path.join(projectRoot, '.cache', 'shopify');
const partial = `${target}.${process.pid}`;

mkdirSync(path.join(partial, 'webhooks'), { recursive: true });
try {
  writeSchemas();
  writeWebhooks();
  rmSync(target, { recursive: true, force: true });
  renameSync(partial, target);
} finally {
  rmSync(partial, { recursive: true, force: true });
}

function writeSchemas() {
  for (const [file, content] of readTarball(fetchPackage(SCHEMAS))) {
    const name = SCHEMA_FILES[file];
    if (name === undefined) continue;
    const { data } = JSON.parse(gunzipSync(content).toString('utf8'));
    writeFileSync(path.join(partial, `${name}.graphql`), printPlainSchema(data));
    if (name === `admin-${API_VERSION}`) {
      writeFileSync(path.join(partial, `${name}.access.json`), JSON.stringify(listAccess(data)));
    }
  }
}

/** orders/paid becomes orders__paid.schema.json and orders__paid.example.json. */
function writeWebhooks() {
  for (const [file, content] of readTarball(fetchPackage(WEBHOOKS))) {
    const [, kind, topic] = WEBHOOK_FILE.exec(file) ?? [];
    if (topic === undefined) continue;
    const ending = kind === 'schemas' ? 'schema' : 'example';
    writeFileSync(path.join(partial, 'webhooks', `${topic.replaceAll('/', '__')}.${ending}.json`), content);
  }
}
