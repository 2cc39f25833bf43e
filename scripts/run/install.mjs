import { existsSync, lstatSync, readFileSync, statfsSync } from 'node:fs';
import path from 'node:path';
import { withFileLock } from '../file-lock.mjs';
import { projectRoot } from '../project-root.mjs';
import { runNpm } from '../run-npm.mjs';
import { SetUpError } from '../set-up-error.mjs';

const ROOM_NEEDED_BYTES = 2 * 1024 ** 3;

/** `npm ci`, unless node_modules holds just what the lockfile asks for. Two commands at once install once. */
export async function installWhenNeeded() {
  if (isInstalled()) return;
  await withFileLock(path.join(projectRoot, '.cache', 'install.lock'), () => {
    if (isInstalled()) return;
    requireRoom();
    requireOwnFolder();
    process.stderr.write('Installing packages (npm ci), a minute or two…\n');
    const { isDone, output } = runNpm(['ci', '--no-audit', '--no-fund', '--loglevel=error']);
    process.stderr.write(output);
    if (!isDone)
      throw new SetUpError('npm ci failed; npm says why above. Mend that and run the command again.');
  });
}

/** npm writes down at the very end of an install what is in node_modules, so this also tells an install that was cut off. */
function isInstalled() {
  const installed = readPackages('node_modules/.package-lock.json');
  if (installed === null) return false;
  const wanted = readPackages('package-lock.json');
  if (wanted === null) throw new SetUpError('package-lock.json is missing: check it out again.');
  return Object.entries(wanted).every(([place, { version, integrity, optional }]) => {
    if (place === '') return true;
    const found = installed[place];
    if (found === undefined) return optional === true;
    return found.version === version && found.integrity === integrity;
  });
}

function readPackages(file) {
  const whole = path.join(projectRoot, file);
  return existsSync(whole) ? JSON.parse(readFileSync(whole, 'utf8')).packages : null;
}

function requireRoom() {
  const { bavail, bsize } = statfsSync(projectRoot);
  if (bavail * bsize < ROOM_NEEDED_BYTES) {
    const free = Math.floor((bavail * bsize) / 1024 ** 2);
    throw new SetUpError(
      `The disk of ${projectRoot} has ${free} MB free; the packages need 2,048 MB: make room.`,
    );
  }
}

/** npm would empty what a link leads to. */
function requireOwnFolder() {
  const folder = path.join(projectRoot, 'node_modules');
  if (!lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink()) return;
  throw new SetUpError(
    `${folder} is a link and what it leads to does not fit package-lock.json: remove the link.`,
  );
}
