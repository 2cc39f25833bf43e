import type { Settings } from '../settings/settings';
import { HOUR_MS, localHourAfterDays, MINUTE_MS, type Instant } from '../shared/time';
import type { PlannedTouch, ProductType } from './touch';

/** An add-on to a purchase is worth offering while the purchase is fresh; after this it would only surprise. */
const TOUCH_ONE_EXPIRES_AFTER_MS = 4 * HOUR_MS;
const TOUCH_TWO_LAST_DAY = 5;
const CONSUMABLE_LAST_DAY = 21;
const DURABLE_LAST_DAY = 45;

/**
 * When the three touches of one order are due, the same for both arms. Touch 1 counts minutes from the confirmation;
 * touches 2 and 3 count calendar days in the recipient's zone, at the hour the merchant set, and may be sent until the
 * end of the sending hours of their last day.
 * In: confirmation (ms), zone (IANA), type of the order's main product, settings. Out: three touches in order.
 * Throws when the zone is unknown.
 */
export function planTouches(input: {
  readonly confirmedAt: Instant;
  readonly zone: string;
  readonly productType: ProductType;
  readonly settings: Settings;
}): ReadonlyArray<PlannedTouch> {
  const { confirmedAt, zone, productType, settings } = input;
  const { touches, sendHours } = settings;
  const at = (day: number, hour: number) => localHourAfterDays(confirmedAt, day, zone, hour);
  const isConsumable = productType === 'consumable';
  const dayThree = isConsumable ? touches.three.consumableDay : touches.three.durableDay;
  const lastDayThree = isConsumable ? CONSUMABLE_LAST_DAY : DURABLE_LAST_DAY;
  return [
    {
      touchNumber: 1,
      dueAt: confirmedAt + touches.one.delayMinutes * MINUTE_MS,
      windowEndsAt: confirmedAt + TOUCH_ONE_EXPIRES_AFTER_MS,
    },
    {
      touchNumber: 2,
      dueAt: at(touches.two.day, sendHours.at),
      windowEndsAt: at(Math.max(touches.two.day, TOUCH_TWO_LAST_DAY), sendHours.until),
    },
    {
      touchNumber: 3,
      dueAt: at(dayThree, sendHours.at),
      windowEndsAt: at(lastDayThree, sendHours.until),
    },
  ];
}
