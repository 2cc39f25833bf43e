import { findClaims, type ClaimField, type ClaimText } from '#core/message/find-claims';
import type { MessageKey } from '#core/message/message-texts';
import type { Settings } from '#core/settings/settings';
import type { Instant } from '#core/shared/time';
import type { Tools } from './ports';
import type { ClaimSignOff } from './ports/claim-store';

/** Where a merchant's texts stand. */
type ClaimingSettings = Pick<Settings, 'messages' | 'segments'>;

export type Claim = ClaimText & {
  readonly signOff: Pick<ClaimSignOff, 'signedName' | 'signedAt'> | null; // null: nobody answers for this text
};

/**
 * The promotional claims in a shop's texts, each with who answers for it (R9).
 * In: shop, the settings whose texts to look at. Out: in the order of the e-mails.
 */
export async function listClaims(
  { store }: Pick<Tools, 'store'>,
  { shopId, settings }: { readonly shopId: string; readonly settings: ClaimingSettings },
): Promise<ReadonlyArray<Claim>> {
  const claims = findClaims(settings.messages, settings.segments.own);
  if (claims.length === 0) return [];
  const signOffs = await store.claimSignOffs(shopId);
  return claims.map((claim) => {
    const found = signOffs.find(
      ({ message, field, textHash }) =>
        message === claim.message && field === claim.field && textHash === claim.textHash,
    );
    return { ...claim, signOff: found ? { signedName: found.signedName, signedAt: found.signedAt } : null };
  });
}

/** How many texts make a claim that nobody answers for. In: shop, the settings whose texts to look at. */
export async function countUnsignedClaims(
  tools: Pick<Tools, 'store'>,
  input: { readonly shopId: string; readonly settings: ClaimingSettings },
): Promise<number> {
  return (await listClaims(tools, input)).filter(({ signOff }) => signOff === null).length;
}

/**
 * Records that somebody answers for the claims of one text, as it stands now.
 * In: shop, which text, the hash of what they read, their name as typed, the member of staff, now (ms).
 * Out: `changed` when that text reads otherwise by now or makes no claim, `no_name` without a name; nothing is kept then.
 */
export async function signOffClaim(
  { store }: Pick<Tools, 'store'>,
  input: {
    readonly shopId: string;
    readonly message: MessageKey;
    readonly field: ClaimField;
    readonly textHash: string;
    readonly signedName: string;
    readonly signedBy: string;
    readonly now: Instant;
  },
): Promise<'signed' | 'changed' | 'no_name'> {
  const { shopId, message, field, textHash, signedBy, now } = input;
  const signedName = input.signedName.trim();
  if (signedName === '') return 'no_name';
  const { settings } = await store.newestSettings(shopId);
  const isStill = findClaims(settings.messages, settings.segments.own).some(
    (claim) => claim.message === message && claim.field === field && claim.textHash === textHash,
  );
  if (!isStill) return 'changed';
  await store.saveClaimSignOff(shopId, { message, field, textHash, signedName, signedBy, signedAt: now });
  return 'signed';
}
