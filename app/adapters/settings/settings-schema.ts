import { z } from 'zod';
import { SETTING_RANGES, type Settings } from '#core/settings/settings';
import { BENCHMARKS_SCHEMA } from './benchmarks-schema';
import { MESSAGES_SCHEMA } from './messages-schema';
import { namesKnownSegments, OWN_SEGMENTS, POINTS } from './segments-schema';

const whole = (key: keyof typeof SETTING_RANGES) => ranged(key, z.number().int('must be a whole number'));
const number = (key: keyof typeof SETTING_RANGES) => ranged(key, z.number());

function ranged(key: keyof typeof SETTING_RANGES, schema: z.ZodNumber): z.ZodNumber {
  const [lowest, highest] = SETTING_RANGES[key];
  const message = `must be from ${lowest} to ${highest}`;
  return schema.min(lowest, message).max(highest, message);
}

const productId = z
  .string()
  .startsWith('gid://shopify/Product/', 'must be a product id such as gid://shopify/Product/1');

/** Settings as they are kept and as a form or a file gives them. Unknown names are refused: a typo must not be a no-op. */
export const SETTINGS_SCHEMA: z.ZodType<Settings> = z.strictObject({
  affinity: z
    .strictObject({
      windowMonths: whole('affinity.windowMonths'),
      strongPercent: number('affinity.strongPercent'),
      moderatePercent: number('affinity.moderatePercent'),
      minimumBuyers: whole('affinity.minimumBuyers'),
      minimumSupport: whole('affinity.minimumSupport'),
      requireEvidence: z.boolean(),
    })
    .refine(({ strongPercent, moderatePercent }) => moderatePercent < strongPercent, {
      path: ['moderatePercent'],
      message: 'must be below strongPercent',
    }),
  trigger: z.strictObject({
    minimumSubtotalMinor: whole('trigger.minimumSubtotalMinor'),
    includeDraftOrders: z.boolean(),
    includePointOfSale: z.boolean(),
    excludedProductIds: z.array(productId),
  }),
  touches: z.strictObject({
    one: z.strictObject({ isOn: z.boolean(), delayMinutes: whole('touches.one.delayMinutes') }),
    two: z.strictObject({ isOn: z.boolean(), day: whole('touches.two.day') }),
    three: z.strictObject({
      isOn: z.boolean(),
      consumableDay: whole('touches.three.consumableDay'),
      durableDay: whole('touches.three.durableDay'),
    }),
  }),
  sendHours: z
    .strictObject({
      at: whole('sendHours.at'),
      from: whole('sendHours.from'),
      until: whole('sendHours.until'),
    })
    .refine(({ at, from, until }) => from <= at && at < until, {
      path: ['at'],
      message: 'must not be before from, and must be before until',
    }),
  price: z
    .strictObject({
      base: z.enum(['anchor_line', 'anchor_unit', 'order_subtotal']),
      touchOneFromPercent: whole('price.touchOneFromPercent'),
      touchOneToPercent: whole('price.touchOneToPercent'),
      touchOnePreferredPercent: whole('price.touchOnePreferredPercent'),
      touchTwoToPercent: whole('price.touchTwoToPercent'),
      marginFloorPercent: whole('price.marginFloorPercent'),
    })
    .refine((price) => price.touchOneFromPercent <= price.touchOneToPercent, {
      path: ['touchOneToPercent'],
      message: 'must not be below touchOneFromPercent',
    }),
  signals: z
    .strictObject({
      coOccurrencePercent: whole('signals.coOccurrencePercent'),
      browsePercent: whole('signals.browsePercent'),
      categoryPercent: whole('signals.categoryPercent'),
      ratingPercent: whole('signals.ratingPercent'),
    })
    .refine((signals) => Object.values(signals).some((percent) => percent > 0), {
      path: ['coOccurrencePercent'],
      message: 'must be above 0 while every other weight is 0',
    }),
  offers: z.strictObject({
    keepInStock: whole('offers.keepInStock'),
    backorders: z.boolean(),
    unknownCost: z.boolean(),
    unrated: z.boolean(),
    sameCategory: z.boolean(),
  }),
  productTypes: z.record(z.string(), z.enum(['consumable', 'durable', 'one_time'])),
  onNewPurchase: z.enum(['restart_skip_touch1', 'restart', 'suppress']),
  consent: z.strictObject({
    requireOptInEverywhere: z.boolean(),
    softOptInDeclaredBy: z
      .string()
      .trim()
      .min(1, 'enter the name of the person who declares this')
      .nullable(),
  }),
  suppression: z.strictObject({
    vipTags: z.array(z.string().min(1)),
    wholesaleTags: z.array(z.string().min(1)),
    capPer168Hours: whole('suppression.capPer168Hours'),
    pauseUnengaged: z.boolean(),
  }),
  segments: z
    .strictObject({
      loyalty: z.strictObject({
        isOn: z.boolean(),
        tag: z.string().min(1, 'enter a tag'),
        pointsPerCurrencyUnit: POINTS.nullable(),
      }),
      highAov: z.strictObject({ isOn: z.boolean(), topPercent: whole('segments.highAov.topPercent') }),
      repeat: z.strictObject({ isOn: z.boolean(), fromOrders: whole('segments.repeat.fromOrders') }),
      firstTime: z.strictObject({ isOn: z.boolean() }),
      own: OWN_SEGMENTS,
      order: z.array(z.string()),
    })
    .superRefine(namesKnownSegments),
  benchmarks: BENCHMARKS_SCHEMA,
  holdoutPercent: whole('holdoutPercent'),
  experimentSalt: z.string().min(1),
  brand: z.strictObject({
    name: z.string().min(1).nullable(),
    postalAddress: z.string().min(1).nullable(),
    accentColour: z.string().regex(/^#[0-9a-f]{6}$/i, 'must be a colour such as #1f4d3a'),
  }),
  messages: MESSAGES_SCHEMA,
  data: z.strictObject({ retentionMonths: whole('data.retentionMonths') }),
  sending: z.strictObject({ isPaused: z.boolean(), isSequenceOn: z.boolean() }),
});
