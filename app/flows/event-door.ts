import type { Tools } from './ports';
import type { SendingAccount } from './ports/sending-store';

/** What the address names besides the shop: there is one such door for each. */
const DOOR = 'account';

/**
 * Where the SendGrid account of a shop posts its events. The shop stands in the signed part of the address, so that
 * nobody can name another one. In: shop. Out: the address, always the same one.
 */
export function eventDoorOf({ links, appUrl }: Pick<Tools, 'links' | 'appUrl'>, shopId: string): string {
  return `${appUrl}/webhooks/sendgrid/${links.sign('events', shopId, DOOR)}`;
}

/** The shop that an address belongs to. In: its last part. Out: shop; null for one that was never given out. */
export function shopOfEventDoor({ links }: Pick<Tools, 'links'>, token: string): string | null {
  return links.read('events', token)?.shopId ?? null;
}

/**
 * Whether nobody tells Encore of the bounces and complaints of a shop's own SendGrid account: it has no key for them, or
 * nothing that the key verifies has come in yet. In: the account in force, or null.
 */
export function isUnreported(account: SendingAccount | null): boolean {
  return account?.kind === 'sendgrid' && (account.eventKey === null || account.eventsSeenAt === null);
}
