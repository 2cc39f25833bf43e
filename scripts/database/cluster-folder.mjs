import { chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { SHARED_FOLDER } from './postgres-programs.mjs';

/**
 * The folder of a cluster that is kept between runs. For root it lies outside the clone, where user postgres can
 * reach it; the clone remembers where, so that a new clone at the same path starts empty.
 * @param {string} dataDir
 * @param {{uid: number, gid: number} | null} account
 */
export function keptFolder(dataDir, account) {
  mkdirSync(dataDir, { recursive: true });
  if (account === null) return dataDir;
  const pointer = path.join(dataDir, 'location');
  const known = existsSync(pointer) ? readFileSync(pointer, 'utf8').trim() : '';
  if (known && existsSync(known)) return known;
  const folder = throwAwayFolder(account);
  writeFileSync(pointer, `${folder}\n`);
  return folder;
}

/** @param {{uid: number, gid: number} | null} account */
export function throwAwayFolder(account) {
  const folder = mkdtempSync(path.join(account ? SHARED_FOLDER : tmpdir(), 'encore-database-'));
  if (account) chownSync(folder, account.uid, account.gid);
  return folder;
}
