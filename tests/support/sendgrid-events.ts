import { generateKeyPairSync, sign } from 'node:crypto';

/** Signs event deliveries as SendGrid does. */
export type EventSigner = {
  readonly publicKey: string; // base64 of DER, SPKI
  sign(body: string, atMs: number): Readonly<Record<string, string>>; // the two headers
};

export function createEventSigner(): EventSigner {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return {
    publicKey: publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
    sign: (body, atMs) => {
      const timestamp = String(Math.floor(atMs / 1000));
      return {
        'x-twilio-email-event-webhook-signature': sign(
          'sha256',
          Buffer.from(timestamp + body),
          privateKey,
        ).toString('base64'),
        'x-twilio-email-event-webhook-timestamp': timestamp,
      };
    },
  };
}
