import { PUBLISHED_BENCHMARKS, type Benchmarks } from '../lift/published-benchmarks';
import { DEFAULT_MESSAGES, type MessageKey, type MessageTexts } from '../message/message-texts';
import type { OwnSegment } from '../segments/own-segment';

/** Everything that a merchant can set. Every save makes a new version; an enrolment keeps the version it began with,
 * while suppression, consent, caps and the switches below `sending` are always the newest. */
export type Settings = {
  readonly affinity: {
    readonly windowMonths: number;
    readonly strongPercent: number; // at or above: Strong
    readonly moderatePercent: number; // at or above, below strong: Moderate
    readonly minimumBuyers: number; // of the antecedent
    readonly minimumSupport: number; // common buyers
    readonly requireEvidence: boolean; // false: the tier alone decides ("thresholds only")
  };
  readonly trigger: {
    readonly minimumSubtotalMinor: number; // the subtotal must be above it
    readonly includeDraftOrders: boolean;
    readonly includePointOfSale: boolean;
    readonly excludedProductIds: ReadonlyArray<string>;
  };
  readonly touches: {
    readonly one: { readonly isOn: boolean; readonly delayMinutes: number };
    readonly two: { readonly isOn: boolean; readonly day: number };
    readonly three: { readonly isOn: boolean; readonly consumableDay: number; readonly durableDay: number };
  };
  readonly sendHours: { readonly at: number; readonly from: number; readonly until: number }; // recipient's wall clock
  readonly price: {
    readonly base: 'anchor_line' | 'anchor_unit' | 'order_subtotal';
    readonly touchOneFromPercent: number;
    readonly touchOneToPercent: number;
    readonly touchOnePreferredPercent: number;
    readonly touchTwoToPercent: number;
    readonly marginFloorPercent: number; // of the price; 0: none
  };
  /** How much each signal counts where touches 2 and 3 rank products; only how they stand to each other matters. */
  readonly signals: {
    readonly coOccurrencePercent: number;
    readonly browsePercent: number; // 0: looks are not kept either, and kept ones go
    readonly categoryPercent: number;
    readonly ratingPercent: number;
  };
  readonly offers: {
    readonly keepInStock: number; // pieces: what is counted is offered while more than these are left
    readonly backorders: boolean; // offer what sells on past its stock, whatever is left
    readonly unknownCost: boolean; // offer what has no cost in Shopify though a smallest margin is set
    readonly unrated: boolean; // offer what has too few reviews for a rating
    readonly sameCategory: boolean; // in touch 2, where no other category has anything to offer
  };
  readonly productTypes: Readonly<Record<string, 'consumable' | 'durable' | 'one_time'>>; // by product id or category
  readonly onNewPurchase: 'restart_skip_touch1' | 'restart' | 'suppress';
  readonly consent: { readonly requireOptInEverywhere: boolean; readonly softOptInDeclaredBy: string | null };
  readonly suppression: {
    readonly vipTags: ReadonlyArray<string>;
    readonly wholesaleTags: ReadonlyArray<string>;
    readonly capPer168Hours: number;
    readonly pauseUnengaged: boolean;
  };
  readonly segments: {
    readonly loyalty: {
      readonly isOn: boolean;
      readonly tag: string;
      readonly pointsPerCurrencyUnit: number | null;
    };
    readonly highAov: { readonly isOn: boolean; readonly topPercent: number };
    readonly repeat: { readonly isOn: boolean; readonly fromOrders: number };
    readonly firstTime: { readonly isOn: boolean };
    readonly own: ReadonlyArray<OwnSegment>;
    readonly order: ReadonlyArray<string>; // ids of all segments; the higher wins where two want the same thing
  };
  readonly benchmarks: Benchmarks; // what reports are shown beside; decides nothing
  readonly holdoutPercent: number;
  readonly experimentSalt: string;
  readonly brand: {
    readonly name: string | null; // null: the shop's name
    readonly postalAddress: string | null; // null: the shop's address
    readonly accentColour: string;
  };
  readonly messages: Readonly<Record<MessageKey, MessageTexts>>; // the newest, like the brand: a mended text holds at once
  readonly data: { readonly retentionMonths: number }; // details of older decisions and e-mails are erased
  readonly sending: { readonly isPaused: boolean; readonly isSequenceOn: boolean };
};

export const DEFAULT_SETTINGS: Settings = {
  affinity: {
    windowMonths: 12,
    strongPercent: 10,
    moderatePercent: 4,
    minimumBuyers: 20,
    minimumSupport: 5,
    requireEvidence: true,
  },
  trigger: {
    minimumSubtotalMinor: 0,
    includeDraftOrders: false,
    includePointOfSale: false,
    excludedProductIds: [],
  },
  touches: {
    one: { isOn: true, delayMinutes: 20 },
    two: { isOn: true, day: 3 },
    three: { isOn: true, consumableDay: 14, durableDay: 30 },
  },
  sendHours: { at: 10, from: 9, until: 20 },
  price: {
    base: 'anchor_line',
    touchOneFromPercent: 25,
    touchOneToPercent: 50,
    touchOnePreferredPercent: 40,
    touchTwoToPercent: 125,
    marginFloorPercent: 0,
  },
  signals: { coOccurrencePercent: 50, browsePercent: 20, categoryPercent: 20, ratingPercent: 10 },
  offers: { keepInStock: 3, backorders: false, unknownCost: true, unrated: true, sameCategory: false },
  productTypes: {},
  onNewPurchase: 'restart_skip_touch1',
  consent: { requireOptInEverywhere: false, softOptInDeclaredBy: null },
  suppression: {
    vipTags: ['vip-custom'],
    wholesaleTags: ['wholesale', 'b2b'],
    capPer168Hours: 2,
    pauseUnengaged: true,
  },
  segments: {
    loyalty: { isOn: true, tag: 'loyalty', pointsPerCurrencyUnit: null },
    highAov: { isOn: true, topPercent: 20 },
    repeat: { isOn: true, fromOrders: 3 },
    firstTime: { isOn: true },
    own: [],
    order: ['loyalty', 'high_aov', 'repeat', 'first_time'],
  },
  benchmarks: PUBLISHED_BENCHMARKS,
  holdoutPercent: 15,
  experimentSalt: 'exp1',
  brand: { name: null, postalAddress: null, accentColour: '#1f4d3a' },
  messages: DEFAULT_MESSAGES,
  data: { retentionMonths: 13 },
  sending: { isPaused: false, isSequenceOn: true },
};

/** The ranges inside which a number may be set: [lowest, highest]. */
export const SETTING_RANGES = {
  'affinity.windowMonths': [3, 24],
  'affinity.strongPercent': [1, 100],
  'affinity.moderatePercent': [0, 100],
  'affinity.minimumBuyers': [1, 1000],
  'affinity.minimumSupport': [1, 1000],
  'trigger.minimumSubtotalMinor': [0, 100_000_000],
  'touches.one.delayMinutes': [20, 30],
  'touches.two.day': [3, 7],
  'touches.three.consumableDay': [14, 21],
  'touches.three.durableDay': [30, 45],
  'sendHours.at': [0, 23],
  'sendHours.from': [0, 23],
  'sendHours.until': [1, 24],
  'price.touchOneFromPercent': [1, 100],
  'price.touchOneToPercent': [1, 100],
  'price.touchOnePreferredPercent': [1, 100],
  'price.touchTwoToPercent': [1, 1000],
  'price.marginFloorPercent': [0, 95],
  'signals.coOccurrencePercent': [0, 100],
  'signals.browsePercent': [0, 100],
  'signals.categoryPercent': [0, 100],
  'signals.ratingPercent': [0, 100],
  'offers.keepInStock': [0, 1000],
  'suppression.capPer168Hours': [1, 2],
  'segments.highAov.topPercent': [1, 50],
  'segments.repeat.fromOrders': [2, 100],
  holdoutPercent: [10, 20],
  'data.retentionMonths': [3, 24],
} as const satisfies Readonly<Record<string, readonly [number, number]>>;
