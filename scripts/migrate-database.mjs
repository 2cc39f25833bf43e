import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { projectRoot } from './project-root.mjs';
import { SetUpError } from './set-up-error.mjs';

/**
 * Brings the database to the newest migration; does nothing when it is there already.
 * @param {string} url
 */
export function migrateDatabase(url) {
  const { status, stdout, stderr } = runPrisma(['migrate', 'deploy'], url);
  if (status !== 0) throw new SetUpError(`The migrations could not be applied:\n${stdout}${stderr}`);
}

/**
 * Prisma's CLI on the database at `url`, with this project's schema engine.
 * @param {ReadonlyArray<string>} args
 * @param {string} url
 */
export function runPrisma(args, url) {
  const manifest = createRequire(import.meta.url).resolve('prisma/package.json');
  return spawnSync(process.execPath, [path.join(path.dirname(manifest), 'build', 'index.js'), ...args], {
    cwd: projectRoot,
    encoding: 'utf8',
    env: {
      ...process.env,
      DATABASE_URL: url,
      PATH: pathWithThisNode(),
      CHECKPOINT_DISABLE: '1',
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
    },
  });
}

/** The schema engine is started as a script of its own, by the first `node` on the path. */
function pathWithThisNode() {
  return [path.dirname(process.execPath), process.env.PATH ?? ''].join(path.delimiter);
}
