import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** SHA-256 of the UTF-8 text, as 64 hex digits. */
export function sha256Hex(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/**
 * The bucket 0-9999 of a key: floor(first 8 bytes of SHA-256, big-endian, * 10000 / 2^64).
 * Nested by construction: a larger share keeps everybody that a smaller one held.
 */
export function bucketOf(key: string): number {
  const first8 = BigInt(`0x${sha256Hex(key).slice(0, 16)}`);
  return Number((first8 * 10_000n) >> 64n);
}
