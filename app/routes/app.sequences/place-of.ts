import type { MessageKey } from '#core/message/message-texts';
import { KEYS, TOUCHES, type Touch } from './touch-list';

/** Where on the screen a setting stands. In: its path. Out: the touch, and which of its e-mails; null: outside of them. */
export function placeOf(
  path: string | undefined,
): { readonly touch: Touch; readonly messageKey: MessageKey | null } | null {
  const [group, name] = path?.split('.') ?? [];
  if (group === 'touches') {
    const touch = TOUCHES.find((one) => one === name);
    return touch === undefined ? null : { touch, messageKey: null };
  }
  if (group !== 'messages') return null;
  for (const touch of TOUCHES) {
    const messageKey = KEYS[touch].find((key) => key === name);
    if (messageKey !== undefined) return { touch, messageKey };
  }
  return null;
}
