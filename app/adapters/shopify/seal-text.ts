import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** A secret with its name. Rows name the key that sealed them, so that a new key can come in while old rows still open. */
export type SealKey = { readonly keyId: string; readonly secret: Uint8Array };

export type Sealer = {
  seal(shopId: string, text: string): Uint8Array<ArrayBuffer>;
  open(shopId: string, sealed: Uint8Array): string;
};

const ALGORITHM = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Seals texts with AES-256-GCM, bound to a shop: what was sealed for one shop does not open for another.
 * The bytes: length of the key id, key id, IV, tag, ciphertext.
 * In: the key that seals first, then those that only open.
 */
export function createSealer(sealing: SealKey, ...openOnly: ReadonlyArray<SealKey>): Sealer {
  const sealingKey = deriveKey(sealing.secret);
  const keys = new Map([sealing, ...openOnly].map(({ keyId, secret }) => [keyId, deriveKey(secret)]));
  return {
    seal: (shopId, text) => {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv(ALGORITHM, sealingKey, iv).setAAD(Buffer.from(shopId));
      const ciphertext = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      const keyId = Buffer.from(sealing.keyId);
      return new Uint8Array(
        Buffer.concat([Buffer.from([keyId.length]), keyId, iv, cipher.getAuthTag(), ciphertext]),
      );
    },

    open: (shopId, sealed) => {
      const bytes = Buffer.from(sealed);
      const ivAt = 1 + (bytes[0] ?? 0);
      const keyId = bytes.subarray(1, ivAt).toString();
      const key = keys.get(keyId);
      if (!key)
        throw new Error(
          `${shopId}: sealed with key "${keyId}", which is not configured; add it to the keys that open`,
        );
      const tagAt = ivAt + IV_BYTES;
      const decipher = createDecipheriv(ALGORITHM, key, bytes.subarray(ivAt, tagAt), {
        authTagLength: TAG_BYTES,
      });
      decipher.setAAD(Buffer.from(shopId)).setAuthTag(bytes.subarray(tagAt, tagAt + TAG_BYTES));
      return Buffer.concat([decipher.update(bytes.subarray(tagAt + TAG_BYTES)), decipher.final()]).toString(
        'utf8',
      );
    },
  };
}

function deriveKey(secret: Uint8Array): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', 'encore sessions', 32));
}
