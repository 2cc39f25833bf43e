import type { Settings } from '../settings/settings';
import { DAY_MS, HOUR_MS, MINUTE_MS, type Instant } from '../shared/time';
import { CAP_WINDOW_MS, checkFrequencyCap } from './frequency-cap';
import { RECENT_PURCHASE_MS } from './re-entry';

/** One qualifying purchase; minor units, null: in another currency than the shop's, and so held against no minimum. */
export type LoadPurchase = { readonly confirmedAt: Instant; readonly valueMinor: number | null };

export type NewPurchaseRule = Settings['onNewPurchase'];

const NEW_PURCHASE_RULES: ReadonlyArray<NewPurchaseRule> = ['restart_skip_touch1', 'restart', 'suppress'];

export type SendingLoad = {
  readonly rule: NewPurchaseRule;
  readonly emails: number; // to everybody together
  readonly mostInOneWeek: number; // to one person in any 168 hours
};

/**
 * How many e-mails each rule for a new purchase would send to these people: their real purchases replayed through the
 * plan, the 14 days (R28), the end at the next purchase, and the cap.
 *
 * An upper bound, simplified on purpose: every touch finds an offer, nobody is suppressed, held out or unengaged; every
 * order counts as consumable, so that touch 3 is as early as it can be; touches 2 and 3 are whole days after the
 * purchase, without zones and sending hours, and a capped one goes out in the minute the cap opens. Only e-mails inside
 * [from, to) count, so that those of the last purchases are left out. A purchase before `from` counts for R28 only.
 * For somebody who buys every 10 days on average, over 180 days, this gives 35.1 e-mails for `restart` without a cap
 * (33.5 where touch 3 is partly at day 30, as for durable goods), 20.9 for the default with a cap of two and 8.5 for
 * `suppress` (20.0 and 8.9 with sending hours): the order and the distance of the rules are the same.
 * In: each person's purchases in time order, the span (ms), settings, cap (e-mails in 168 hours, Infinity: none).
 * Out: one load for each rule.
 */
export function simulateLoad(input: {
  readonly people: ReadonlyArray<ReadonlyArray<LoadPurchase>>;
  readonly from: Instant;
  readonly to: Instant;
  readonly settings: Settings;
  readonly cap: number;
}): ReadonlyArray<SendingLoad> {
  return NEW_PURCHASE_RULES.map((rule) => {
    let emails = 0;
    let mostInOneWeek = 0;
    for (const purchases of input.people) {
      const sends = sendsTo(purchases, rule, input);
      emails += sends.length;
      mostInOneWeek = Math.max(mostInOneWeek, busiestWeek(sends));
    }
    return { rule, emails, mostInOneWeek };
  });
}

type Span = Omit<Parameters<typeof simulateLoad>[0], 'people'>;

/** In time order, for a sequence ends where the next one begins. */
function sendsTo(
  purchases: ReadonlyArray<LoadPurchase>,
  rule: NewPurchaseRule,
  { from, to, settings, cap }: Span,
): ReadonlyArray<Instant> {
  const sends: Instant[] = [];
  purchases.forEach(({ confirmedAt, valueMinor }, index) => {
    const previous = purchases[index - 1]?.confirmedAt ?? -Infinity;
    const isRecent = previous >= confirmedAt - RECENT_PURCHASE_MS;
    if (confirmedAt < from || (valueMinor ?? Infinity) <= settings.trigger.minimumSubtotalMinor) return;
    if (rule === 'suppress' && isRecent) return;
    const endsAt = Math.min(purchases[index + 1]?.confirmedAt ?? Infinity, to);
    for (const { touchNumber, dueAt, lastAt } of plan(confirmedAt, settings)) {
      if (touchNumber === 1 && isRecent && rule === 'restart_skip_touch1') continue;
      const at = whenCapAllows(sends, dueAt, cap);
      const isInTime = at === dueAt || (touchNumber > 1 && at <= lastAt); // touch 1 is skipped, not put off
      if (isInTime && at < endsAt) sends.push(at);
    }
  });
  return sends;
}

function whenCapAllows(sends: ReadonlyArray<Instant>, dueAt: Instant, cap: number): Instant {
  if (cap === Infinity) return dueAt;
  const checked = checkFrequencyCap(sends.slice(-cap), dueAt, cap); // in time order, so older ones change nothing
  return checked.isAllowed ? dueAt : checked.freeAt;
}

function plan(confirmedAt: Instant, { touches }: Settings) {
  const { one, two, three } = touches;
  const onDay = (day: number) => confirmedAt + day * DAY_MS;
  return [
    {
      touchNumber: 1,
      isOn: one.isOn,
      dueAt: confirmedAt + one.delayMinutes * MINUTE_MS,
      lastAt: confirmedAt + 4 * HOUR_MS,
    },
    { touchNumber: 2, isOn: two.isOn, dueAt: onDay(two.day), lastAt: onDay(Math.max(two.day, 5)) },
    { touchNumber: 3, isOn: three.isOn, dueAt: onDay(three.consumableDay), lastAt: onDay(21) },
  ].filter(({ isOn }) => isOn);
}

function busiestWeek(sends: ReadonlyArray<Instant>): number {
  let first = 0;
  let most = 0;
  sends.forEach((at, last) => {
    while ((sends[first] ?? at) <= at - CAP_WINDOW_MS) first += 1;
    most = Math.max(most, last - first + 1);
  });
  return most;
}
