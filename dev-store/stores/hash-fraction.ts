import { createHash } from 'node:crypto';

/** A number in [0, 1) that is always the same for the same parts: the first 32 bits of their SHA-256. */
export function hashFraction(...parts: ReadonlyArray<string>): number {
  const digest = createHash('sha256').update(JSON.stringify(parts)).digest();
  return digest.readUInt32BE(0) / 2 ** 32;
}
