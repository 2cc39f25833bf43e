import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { verifyEventSignature } from '#adapters/sendgrid/verify-event-signature';
import type { SignedEvents } from '#adapters/sendgrid/verify-event-signature';
import { createEventSigner } from '../../support/sendgrid-events';

const NOW = Date.UTC(2026, 2, 4, 10, 20);
const HOUR = 3_600_000;
const BODY = '[{"event":"delivered","note":"é"}]';
const signer = createEventSigner();

function signed(different: Partial<SignedEvents> = {}, signedAt = NOW): SignedEvents {
  const headers = signer.sign(BODY, signedAt);
  return {
    publicKey: signer.publicKey,
    signature: headers['x-twilio-email-event-webhook-signature'] ?? '',
    timestamp: headers['x-twilio-email-event-webhook-timestamp'] ?? '',
    rawBody: Buffer.from(BODY),
    now: NOW,
    ...different,
  };
}

describe('the signature of an event delivery', () => {
  it('is good over timestamp and body as they came', () => {
    expect(verifyEventSignature(signed())).toBe(true);
  });

  it('is bad when one byte of the body differs', () => {
    expect(verifyEventSignature(signed({ rawBody: Buffer.from(BODY.replace('é', 'e')) }))).toBe(false);
  });

  it('is bad when the timestamp is another one', () => {
    expect(verifyEventSignature(signed({ timestamp: String(NOW / 1000 - 1) }))).toBe(false);
  });

  it('is bad under the key of somebody else', () => {
    expect(verifyEventSignature(signed({ publicKey: createEventSigner().publicKey }))).toBe(false);
  });

  it('is still good 24 hours and 59 minutes later, when a repeated delivery comes', () => {
    expect(verifyEventSignature(signed({}, NOW - 25 * HOUR + 60_000))).toBe(true);
  });

  it('is bad 25 hours and a minute later', () => {
    expect(verifyEventSignature(signed({}, NOW - 25 * HOUR - 60_000))).toBe(false);
  });

  it('bears clocks that stand 5 minutes apart, not an hour', () => {
    expect(verifyEventSignature(signed({}, NOW + 300_000))).toBe(true);
    expect(verifyEventSignature(signed({}, NOW + HOUR))).toBe(false);
  });

  it.each(['', '!!!', 'AAAA', 'A'.repeat(100_000), '\0', 'MEUCIQ=='])(
    '"%.10s" as a signature is bad and no error',
    (signature) => {
      expect(verifyEventSignature(signed({ signature }))).toBe(false);
    },
  );

  it.each(['', 'AAAA', '-----BEGIN PUBLIC KEY-----'])('"%s" as a key is bad and no error', (publicKey) => {
    expect(verifyEventSignature(signed({ publicKey }))).toBe(false);
  });

  it('is bad under a key that is not for ECDSA', () => {
    const { publicKey } = generateKeyPairSync('ed25519');
    const der = publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
    expect(verifyEventSignature(signed({ publicKey: der }))).toBe(false);
  });

  it.each(['', 'NaN', '1e9', '-1', ' 1772619600', '9'.repeat(400)])(
    '"%.12s" as a timestamp is bad and no error',
    (timestamp) => {
      expect(verifyEventSignature(signed({ timestamp }))).toBe(false);
    },
  );
});
