import { describe, expect, it } from 'vitest';
import { signLinks } from '#adapters/links/sign-links';

const KEY = { keyId: 'k1', secret: 'a secret of at least thirty-two characters' };
const NEXT_KEY = { keyId: 'k2', secret: 'another secret of at least 32 characters' };
const SHOP = 'northfield.myshopify.com';
const TOUCH = '0f6c1f9e-0001';
const PURPOSES = ['offer', 'unsubscribe', 'cart'] as const;
const signer = signLinks(KEY);

describe('the token of a link', () => {
  it.each(PURPOSES)('for %s is read back as shop and touch', (purpose) => {
    expect(signer.read(purpose, signer.sign(purpose, SHOP, TOUCH))).toEqual({ shopId: SHOP, touchId: TOUCH });
  });

  it.each(PURPOSES.flatMap((from) => PURPOSES.filter((to) => to !== from).map((to) => [from, to] as const)))(
    'for %s is worthless for %s',
    (from, to) => {
      expect(signer.read(to, signer.sign(from, SHOP, TOUCH))).toBeNull();
    },
  );

  it('is the same every time, so that an old email works for ever', () => {
    expect(signLinks(KEY).sign('unsubscribe', SHOP, TOUCH)).toBe(signer.sign('unsubscribe', SHOP, TOUCH));
  });

  it('needs no escaping in an address', () => {
    expect(signer.sign('offer', SHOP, TOUCH)).toMatch(/^[A-Za-z0-9._-]+$/);
  });

  it('is refused when any one character differs', () => {
    const token = signer.sign('offer', SHOP, TOUCH);
    for (let index = 0; index < token.length; index += 1) {
      const other = token[index] === 'A' ? 'B' : 'A';
      const changed = token.slice(0, index) + other + token.slice(index + 1);
      expect(signer.read('offer', changed), `changed at ${index}`).toBeNull();
    }
  });

  it.each([
    '',
    '.',
    '..',
    'k1',
    'k1..',
    'k1.YQ.',
    'k9.YQ.YQ',
    '__proto__.YQ.YQ',
    'é'.repeat(50),
    'a.'.repeat(50_000),
  ])('"%.20s" is refused and no error', (token) => {
    expect(signer.read('offer', token)).toBeNull();
  });

  it('is refused in a second spelling of the same bytes', () => {
    const token = signer.sign('offer', SHOP, TOUCH);
    expect(signer.read('offer', `${token}=`)).toBeNull();
    expect(signer.read('offer', `${token}.`)).toBeNull();
    expect(signer.read('offer', ` ${token}`)).toBeNull();
  });

  it('of a shop can not be turned into one of another shop', () => {
    const [keyId, , mac] = signer.sign('offer', SHOP, TOUCH).split('.');
    const payload = Buffer.from(`other.myshopify.com\n${TOUCH}`).toString('base64url');
    expect(signer.read('offer', `${keyId}.${payload}.${mac}`)).toBeNull();
  });

  it('signed before a key change is still read when the old key is kept, and not when it is dropped', () => {
    const old = signer.sign('unsubscribe', SHOP, TOUCH);
    expect(signLinks(NEXT_KEY, KEY).read('unsubscribe', old)).toEqual({ shopId: SHOP, touchId: TOUCH });
    expect(signLinks(NEXT_KEY).read('unsubscribe', old)).toBeNull();
  });

  it('is signed by the first key', () => {
    expect(signLinks(NEXT_KEY, KEY).sign('offer', SHOP, TOUCH)).toMatch(/^k2\./);
  });

  it('is not made of ids with a line break, which would read back as others', () => {
    expect(() => signer.sign('offer', `${SHOP}\nx`, TOUCH)).toThrow(/line break/);
  });
});

describe('a key for links', () => {
  it('is refused when its secret is short, with the length and not the secret in the error', () => {
    expect(() => signLinks({ keyId: 'k1', secret: 'hunter2' })).toThrow(/7 characters; use at least 32/);
    expect(() => signLinks({ keyId: 'k1', secret: 'hunter2' })).not.toThrow(/hunter2/);
  });

  it('is refused when its id would break a token', () => {
    expect(() => signLinks({ ...KEY, keyId: 'a.b' })).toThrow(/"a\.b" is not usable/);
  });
});
