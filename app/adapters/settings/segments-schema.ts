import { z } from 'zod';
import type { MESSAGE_KEYS } from '#core/message/message-texts';
import { TEXT_LIMITS, type MessageKey } from '#core/message/message-texts';
import { LONGEST_SEGMENT_NAME, SEGMENT_RANGES } from '#core/segments/own-segment';
import { isReadyMade, READY_MADE } from '#core/segments/segment-rows';
import { messageText } from './messages-schema';

const UNFILLED = 'choose or enter a value';

const whole = (range: keyof typeof SEGMENT_RANGES) => {
  const [lowest, highest] = SEGMENT_RANGES[range];
  const message = `must be a whole number from ${lowest} to ${highest}`;
  return z.number(message).int(message).min(lowest, message).max(highest, message);
};
const isNumber = z.enum(['at_least', 'at_most']);
const isOrNot = z.enum(['is', 'is_not']);
const words = z.string().trim().min(1, UNFILLED).max(500, 'must have at most 500 characters');

const condition = z.discriminatedUnion('fact', [
  z.strictObject({ fact: z.literal('order_count'), is: isNumber, value: whole('order_count') }),
  z.strictObject({ fact: z.literal('total_spent'), is: isNumber, value: whole('total_spent') }),
  z.strictObject({ fact: z.literal('mean_order_value'), is: isOrNot, value: whole('mean_order_value') }),
  z.strictObject({ fact: z.literal('tag'), is: isOrNot, value: words }),
  z.strictObject({
    fact: z.literal('country'),
    is: isOrNot,
    value: words.regex(/^[a-z]{2}$/i, 'must be a country code of two letters such as DE'),
  }),
  z.strictObject({
    fact: z.literal('locale'),
    is: isOrNot,
    value: words.regex(/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i, 'must be a language such as de or pt-BR'),
  }),
  z.strictObject({
    fact: z.literal('product'),
    is: isOrNot,
    value: words.startsWith('gid://shopify/Product/', 'choose a product'),
  }),
  z.strictObject({ fact: z.literal('category'), is: isOrNot, value: words }),
  z.strictObject({ fact: z.literal('discount'), is: isOrNot }),
]);

/** How many points a whole unit of the currency earns. */
export const POINTS = z.number('must be a number above 0').positive('must be a number above 0');

const share = z
  .strictObject({ fromPercent: whole('share'), toPercent: whole('share') })
  .refine(({ fromPercent, toPercent }) => fromPercent <= toPercent, {
    path: ['toPercent'],
    message: 'must not be below the first',
  });

const ownTexts = (key: MessageKey) =>
  z
    .strictObject({
      subject: messageText(key, TEXT_LIMITS.subject).nullable(),
      headline: messageText(key, TEXT_LIMITS.headline).nullable(),
    })
    .optional();

const ownSegment = z.strictObject({
  id: z.string().regex(/^[a-z0-9_]{1,40}$/, 'must be lower-case letters, digits and underscores, at most 40'),
  name: z
    .string()
    .trim()
    .min(1, 'enter a name')
    .max(LONGEST_SEGMENT_NAME, `must have at most ${LONGEST_SEGMENT_NAME} characters`),
  isOn: z.boolean(),
  join: z.enum(['all', 'any']),
  conditions: z.array(condition).min(1, 'add at least one condition'),
  differences: z.strictObject({
    priceShare: share.nullable(),
    trustBlock: z.boolean(),
    exclusivity: z.boolean(),
    pointsPerCurrencyUnit: POINTS.nullable(),
    texts: z.strictObject({
      one: ownTexts('one'),
      two: ownTexts('two'),
      twoClicked: ownTexts('twoClicked'),
      threeReplenishment: ownTexts('threeReplenishment'),
      threeAccessory: ownTexts('threeAccessory'),
    } satisfies Record<(typeof MESSAGE_KEYS)[number], unknown>),
  }),
});

/** The merchant's own segments: any number of them, no id and no name twice. */
export const OWN_SEGMENTS = z.array(ownSegment).superRefine((segments, context) => {
  segments.forEach(({ id, name }, at) => {
    const earlier = segments.slice(0, at);
    if (isReadyMade(id) || earlier.some((other) => other.id === id))
      context.addIssue({ code: 'custom', path: [at, 'id'], message: `${id} is the id of another segment` });
    if (earlier.some((other) => other.name.toLowerCase() === name.toLowerCase()))
      context.addIssue({ code: 'custom', path: [at, 'name'], message: 'is the name of another segment' });
  });
});

/** The order names segments that exist, each once. Those that it leaves out stand at its end. */
export function namesKnownSegments(
  {
    own,
    order,
  }: { readonly own: ReadonlyArray<{ readonly id: string }>; readonly order: ReadonlyArray<string> },
  context: z.RefinementCtx,
): void {
  const known = new Set<string>([...READY_MADE, ...own.map(({ id }) => id)]);
  order.forEach((id, at) => {
    if (!known.has(id))
      context.addIssue({ code: 'custom', path: ['order', at], message: `${id} is no segment of this shop` });
    else if (order.indexOf(id) !== at)
      context.addIssue({ code: 'custom', path: ['order', at], message: `${id} stands in the order already` });
  });
}
