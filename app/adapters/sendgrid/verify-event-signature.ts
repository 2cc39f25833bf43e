import { createPublicKey, verify, type KeyObject } from 'node:crypto';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '#core/shared/time';
import type { Instant } from '#core/shared/time';

// SendGrid repeats a failed delivery for 24 h and does not say whether it signs again.
const OLDEST_MS = 25 * HOUR_MS;
const CLOCKS_APART_MS = 10 * MINUTE_MS;

export type SignedEvents = {
  readonly publicKey: string; // base64 of DER, SPKI, as SendGrid shows it
  readonly signature: string; // X-Twilio-Email-Event-Webhook-Signature
  readonly timestamp: string; // X-Twilio-Email-Event-Webhook-Timestamp, Unix seconds
  readonly rawBody: Buffer; // as received, before any parsing
  readonly now: Instant;
};

/**
 * Whether SendGrid signed these events: ECDSA with SHA-256 over timestamp and raw body, at most 25 h ago.
 * In: key, headers and body as received. Out: false for anything malformed too; never throws, because an error
 * answer would make SendGrid repeat it and let anybody fill the log.
 */
export function verifyEventSignature({
  publicKey,
  signature,
  timestamp,
  rawBody,
  now,
}: SignedEvents): boolean {
  if (!/^\d{1,12}$/.test(timestamp)) return false;
  const age = now - Number(timestamp) * SECOND_MS;
  if (age > OLDEST_MS || age < -CLOCKS_APART_MS) return false;
  try {
    return verify(
      'sha256',
      Buffer.concat([Buffer.from(timestamp), rawBody]),
      readKey(publicKey),
      Buffer.from(signature, 'base64'),
    );
  } catch {
    return false;
  }
}

/** Whether a text is a public key as SendGrid shows it. In: base64 of DER, SPKI. Out: false for anything else. */
export function isEventKey(publicKey: string): boolean {
  try {
    return readKey(publicKey).type === 'public';
  } catch {
    return false;
  }
}

function readKey(publicKey: string): KeyObject {
  const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });
  if (key.asymmetricKeyType !== 'ec')
    throw new Error('not a key of an elliptic curve, as SendGrid signs with');
  return key;
}
