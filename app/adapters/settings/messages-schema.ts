import { z } from 'zod';
import { findTagFault, tagsOf } from '#core/message/merge-tags';
import { BLOCKS, TEXT_LIMITS, type MessageKey } from '#core/message/message-texts';

/** A line of one e-mail: not empty, not too long, with known tags only. */
export function messageText(key: MessageKey, longest: number) {
  const known = tagsOf(key);
  return z
    .string()
    .trim()
    .min(1, 'must not be empty')
    .max(longest, `must have at most ${longest} characters`)
    .superRefine((value, context) => {
      const fault = findTagFault(value, known);
      if (fault?.kind === 'unknown_tag') {
        const names = known.map((name) => `{{ ${name} }}`).join(', ');
        context.addIssue({
          code: 'custom',
          message: `does not know the tag {{ ${fault.tag} }}; known are ${names}`,
        });
      }
      if (fault?.kind === 'unfinished_tag')
        context.addIssue({ code: 'custom', message: 'has a tag that does not begin with {{ or end with }}' });
    });
}

function message(key: MessageKey) {
  return z.strictObject({
    subject: messageText(key, TEXT_LIMITS.subject),
    previewText: messageText(key, TEXT_LIMITS.previewText),
    headline: messageText(key, TEXT_LIMITS.headline),
    text: messageText(key, TEXT_LIMITS.text),
    buttonLabel: messageText(key, TEXT_LIMITS.buttonLabel),
    blocks: z
      .array(z.enum(BLOCKS))
      .refine((blocks) => blocks.length === BLOCKS.length && new Set(blocks).size === BLOCKS.length, {
        message: 'must hold every block once',
      }),
  });
}

/** The merchant's texts: no empty one, no tag that nothing would fill. */
export const MESSAGES_SCHEMA = z.strictObject({
  one: message('one'),
  two: message('two'),
  twoClicked: message('twoClicked'),
  threeReplenishment: message('threeReplenishment'),
  threeAccessory: message('threeAccessory'),
});
