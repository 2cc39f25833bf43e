import type { OutgoingMessage } from './message';

/**
 * What makes a message undeliverable whoever carries it.
 * In: a message. Out: null, or what is wrong: a recipient that is not exactly one mail address (a second one could hide
 * behind a comma), or an unsubscribe address that no header can carry.
 */
export function findFault(message: OutgoingMessage): string | null {
  if (!isOneMailAddress(message.to)) return 'the recipient is not exactly one mail address';
  if (!/^https?:\/\/[^\s<>]+$/.test(message.unsubscribeUrl))
    return 'the unsubscribe address is not an http(s) address';
  return null;
}

function isOneMailAddress(text: string): boolean {
  return text.length <= 254 && /^[^\s@,;:<>()[\]"\\\p{Cc}]+@[^\s@,;:<>()[\]"\\\p{Cc}]+$/u.test(text);
}
