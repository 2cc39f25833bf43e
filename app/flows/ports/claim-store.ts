import type { MessageKey } from '#core/message/message-texts';
import type { ClaimField } from '#core/message/find-claims';
import type { Instant } from '#core/shared/time';

/** Who answers for a text of the merchant's, and since when. */
export type ClaimSignOff = {
  readonly message: MessageKey;
  readonly field: ClaimField;
  readonly textHash: string;
  readonly signedName: string; // as they wrote it
  readonly signedBy: string; // the member of staff of the session
  readonly signedAt: Instant;
};

/** Sign-offs of promotional claims; nothing takes one back, a changed text outlives it. */
export interface ClaimStore {
  claimSignOffs(shopId: string): Promise<ReadonlyArray<ClaimSignOff>>;
  /** The first sign-off of a text counts; a later one changes nothing. */
  saveClaimSignOff(shopId: string, signOff: ClaimSignOff): Promise<void>;
}
