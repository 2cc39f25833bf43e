import { checkIdentity, normaliseEmail } from '#core/suppression/identity';
import type { Instant } from '#core/shared/time';
import type { SettingFault, Tools } from './ports';
import type { DeliveryKind, SendingAccount } from './ports/sending-store';

export type SendingValues = {
  readonly kind: DeliveryKind;
  readonly senderName: string | null;
  readonly senderAddress: string | null;
  readonly newKey: string | null; // null: the key that is kept stays
  readonly newEventKey: string | null; // null: the same
};

export type SaveSendingResult =
  | { readonly kind: 'saved'; readonly version: number }
  | { readonly kind: 'refused'; readonly faults: ReadonlyArray<Omit<SettingFault, 'value'>> }
  | {
      readonly kind: 'conflict';
      readonly savedBy: string;
      readonly savedAt: Instant;
      readonly paths: ReadonlyArray<string>;
    };

/** What is wrong with a field, in a word that screens have a sentence for. */
export type SendingProblem =
  | 'not_a_key'
  | 'key_missing'
  | 'not_an_event_key'
  | 'event_key_missing'
  | 'sender_missing'
  | 'not_an_address'
  | 'free_mailbox'
  | 'postal_missing';

const KEY_END = 4;
const KEY = /^SG\.[\w.-]{10,200}$/;
/** Their owners forbid others to send in their name, so that such e-mails end in spam. */
const FREE_MAILBOXES =
  /@(gmail|googlemail|yahoo|ymail|outlook|hotmail|live|msn|icloud|me|aol|gmx|proton|protonmail)\.[a-z.]+$/;

/**
 * Keeps where a shop's e-mails go. The key is sealed before it is kept and never comes back out to a screen. Switching
 * to SendGrid needs a key, the key of its events, a sender address and a postal address: an account whose complaints
 * nobody hears would write on to people who complained. A shop that stood still because its key was refused is tried
 * again.
 * In: shop, the revision that was looked at (0: none), values, who, now (ms). Out: the new revision, or why nothing was
 * saved; faults name fields and SendingProblems, never the key.
 */
export async function saveSendingAccount(
  { store, secrets, sendingTester }: Pick<Tools, 'store' | 'secrets' | 'sendingTester'>,
  input: {
    readonly shopId: string;
    readonly baseRevision: number;
    readonly values: SendingValues;
    readonly savedBy: string;
    readonly now: Instant;
  },
): Promise<SaveSendingResult> {
  const { shopId, baseRevision, savedBy, now } = input;
  const [shop, kept] = await Promise.all([store.findShop(shopId), store.sendingAccount(shopId)]);
  if (!shop) throw new Error(`${shopId} is not installed, so where it sends cannot be saved`);
  if ((kept?.revision ?? 0) !== baseRevision) return conflictWith(kept);

  const values = trimmed(input.values);
  const postalAddress = (shop.settings.brand.postalAddress ?? shop.postalAddress).trim();
  const faults = findFaults(values, {
    hasKey: kept !== null && kept.sealedKey !== null,
    hasEventKey: kept !== null && kept.eventKey !== null,
    isEventKey: (text) => sendingTester.isEventKey(text),
    postalAddress,
  });
  if (faults.length > 0) return { kind: 'refused', faults };

  const { kind, senderName, senderAddress, newKey, newEventKey } = values;
  const revision = baseRevision + 1;
  const key =
    newKey === null
      ? { sealedKey: kept?.sealedKey ?? null, keyEnd: kept?.keyEnd ?? null }
      : { sealedKey: secrets.seal(shopId, newKey), keyEnd: newKey.slice(-KEY_END) };
  const isSaved = await store.saveSendingAccount(shopId, {
    revision,
    kind,
    senderName,
    senderAddress,
    ...key,
    eventKey: newEventKey ?? kept?.eventKey ?? null,
    savedBy,
    savedAt: now,
  });
  if (!isSaved) return conflictWith(await store.sendingAccount(shopId));
  return { kind: 'saved', version: revision };
}

function findFaults(
  { kind, senderAddress, newKey, newEventKey }: SendingValues,
  known: {
    readonly hasKey: boolean;
    readonly hasEventKey: boolean;
    readonly isEventKey: (text: string) => boolean;
    readonly postalAddress: string;
  },
): ReadonlyArray<{ readonly path: string; readonly problem: SendingProblem }> {
  const faults: { path: string; problem: SendingProblem }[] = [];
  if (newKey !== null && !KEY.test(newKey)) faults.push({ path: 'newKey', problem: 'not_a_key' });
  if (newEventKey !== null && !known.isEventKey(newEventKey))
    faults.push({ path: 'newEventKey', problem: 'not_an_event_key' });
  if (senderAddress !== null && checkIdentity(senderAddress) !== null)
    faults.push({ path: 'senderAddress', problem: 'not_an_address' });
  if (kind === 'outbox') return faults;
  if (newKey === null && !known.hasKey) faults.push({ path: 'newKey', problem: 'key_missing' });
  if (newEventKey === null && !known.hasEventKey)
    faults.push({ path: 'newEventKey', problem: 'event_key_missing' });
  if (senderAddress === null) faults.push({ path: 'senderAddress', problem: 'sender_missing' });
  else if (FREE_MAILBOXES.test(senderAddress))
    faults.push({ path: 'senderAddress', problem: 'free_mailbox' });
  if (known.postalAddress === '') faults.push({ path: 'kind', problem: 'postal_missing' });
  return faults;
}

function trimmed(values: SendingValues): SendingValues {
  const { kind, senderName, senderAddress, newKey, newEventKey } = values;
  const orNull = (text: string | null) => (text === null || text.trim() === '' ? null : text.trim());
  const address = orNull(senderAddress);
  return {
    kind,
    senderName: orNull(senderName),
    senderAddress: address === null ? null : normaliseEmail(address),
    newKey: orNull(newKey),
    // Some copy it with the lines that other programs put around a key.
    newEventKey: orNull((newEventKey ?? '').replaceAll(/-----[A-Z ]+-----|\s+/g, '')),
  };
}

function conflictWith(kept: SendingAccount | null): SaveSendingResult {
  return {
    kind: 'conflict',
    savedBy: kept?.savedBy ?? '',
    savedAt: kept?.savedAt ?? 0,
    paths: ['kind', 'senderName', 'senderAddress', 'newKey', 'newEventKey'],
  };
}
