import { z } from 'zod';
import { findBlocksFault } from '#core/message/check-blocks';
import { findTagFault, tagsOf } from '#core/message/merge-tags';
import { BLOCKS, TEXT_LIMITS, type MessageKey } from '#core/message/message-texts';
import { wallClockInstant } from '#core/shared/time';

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

/** As many lines as anybody could want, and few enough that a saved list stays a list. */
const MOST_BLOCKS = 30;

const blocks = z
  .array(z.enum(BLOCKS))
  .max(MOST_BLOCKS, `must hold at most ${MOST_BLOCKS} blocks`)
  .superRefine((value, context) => {
    const fault = findBlocksFault(value);
    if (fault?.kind === 'repeated')
      context.addIssue({
        code: 'custom',
        message: `must hold the block ${fault.block} once; remove one of them`,
      });
    if (fault?.kind === 'leads_nowhere')
      context.addIssue({
        code: 'custom',
        message:
          'needs the button or the offered product: without both, nothing in the email leads to the offer',
      });
  });

const wallClock = z
  .string()
  .refine(
    (text) => wallClockInstant(text, 'UTC') !== null,
    'must be a date and a time such as 2026-11-30T23:59',
  );

function message(key: MessageKey) {
  return z
    .strictObject({
      subject: messageText(key, TEXT_LIMITS.subject),
      previewText: messageText(key, TEXT_LIMITS.previewText),
      headline: messageText(key, TEXT_LIMITS.headline),
      text: messageText(key, TEXT_LIMITS.text),
      buttonLabel: messageText(key, TEXT_LIMITS.buttonLabel),
      urgencyEndsAt: wallClock.nullable(),
      blocks,
    })
    .refine((given) => !given.blocks.includes('urgency') || given.urgencyEndsAt !== null, {
      path: ['urgencyEndsAt'],
      message: 'needs the day and time at which the reduced price really ends; without one, remove the block',
    });
}

/** The merchant's texts: no empty one, no tag that nothing would fill, no hurry without an end. */
export const MESSAGES_SCHEMA = z.strictObject({
  one: message('one'),
  two: message('two'),
  twoClicked: message('twoClicked'),
  threeReplenishment: message('threeReplenishment'),
  threeAccessory: message('threeAccessory'),
});
