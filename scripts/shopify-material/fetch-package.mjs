import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runNpm } from '../run-npm.mjs';
import { SetUpError } from '../set-up-error.mjs';

/**
 * The tarball of a published package, as npm fetched it and as it was when its integrity was pinned.
 * @param {{name: string, integrity: string}} wanted
 * @returns {Buffer}
 */
export function fetchPackage({ name, integrity }) {
  const folder = mkdtempSync(path.join(tmpdir(), 'encore-pack-'));
  try {
    const { isDone, output } = runNpm([
      'pack',
      name,
      '--silent',
      '--ignore-scripts',
      `--pack-destination=${folder}`,
    ]);
    const [file] = readdirSync(folder);
    if (!isDone || file === undefined) {
      throw new SetUpError(
        `npm could not fetch ${name} (${output.trim()}): check the network and try again.`,
      );
    }
    const tarball = readFileSync(path.join(folder, file));
    const found = `sha512-${createHash('sha512').update(tarball).digest('base64')}`;
    if (found !== integrity) {
      throw new SetUpError(
        `${name} arrived as ${found}, pinned is ${integrity}: do not use it; ask who changed it.`,
      );
    }
    return tarball;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
