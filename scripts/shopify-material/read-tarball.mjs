import { gunzipSync } from 'node:zlib';

const BLOCK = 512;
const REGULAR_FILE = ['0', '\0'];

/**
 * The regular files of an npm tarball (ustar): [path, content], with the leading package/ taken off.
 * @param {Buffer} tarball
 * @returns {Generator<[string, Buffer]>}
 */
export function* readTarball(tarball) {
  const archive = gunzipSync(tarball);
  for (let at = 0; at + BLOCK <= archive.length && archive[at] !== 0;) {
    const field = (start, length) =>
      archive.toString('utf8', at + start, at + start + length).replace(/\0.*$/s, '');
    const size = Number.parseInt(field(124, 12), 8);
    const content = archive.subarray(at + BLOCK, at + BLOCK + size);
    const folder = field(345, 155);
    const file = folder ? `${folder}/${field(0, 100)}` : field(0, 100);
    if (REGULAR_FILE.includes(String.fromCharCode(archive[at + 156])))
      yield [file.replace(/^package\//, ''), content];
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
}
