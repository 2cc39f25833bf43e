import { checkIdentity, normaliseEmail } from '#core/suppression/identity';
import type { Tools } from './ports';
import type { SendingTest } from './ports/sending-store';

/**
 * Tries what stands in the form, saved or not, with one real e-mail from the sender to itself. It is no touch: it counts
 * in no report and no cap. In: shop, what the form holds (an empty key means the one that is kept), the words of the
 * e-mail. Out: how it went; `key_missing` and `not_an_address` when there is nothing to try.
 */
export async function testSendingAccount(
  { store, secrets, sendingTester }: Pick<Tools, 'store' | 'secrets' | 'sendingTester'>,
  input: {
    readonly shopId: string;
    readonly newKey: string | null;
    readonly senderName: string | null;
    readonly senderAddress: string | null;
    readonly subject: string;
    readonly text: string;
  },
): Promise<SendingTest | 'key_missing' | 'not_an_address'> {
  const { shopId, newKey, senderAddress, subject, text } = input;
  if (checkIdentity(senderAddress) !== null || senderAddress === null) return 'not_an_address';
  const [shop, kept] = await Promise.all([store.findShop(shopId), store.sendingAccount(shopId)]);
  const typed = newKey?.trim() ?? '';
  const sealed = kept?.sealedKey ?? null;
  if (typed === '' && sealed === null) return 'key_missing';
  let apiKey = typed;
  try {
    if (typed === '' && sealed !== null) apiKey = secrets.open(shopId, sealed);
  } catch {
    return 'bad_key'; // sealed by a key of ours that is gone: the merchant has to enter it again
  }
  const senderName = input.senderName?.trim() || shop?.settings.brand.name || shop?.name || shopId;
  return sendingTester.test({
    apiKey,
    senderName,
    senderAddress: normaliseEmail(senderAddress),
    subject,
    text,
  });
}
