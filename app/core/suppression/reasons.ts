/** Every reason for which an order is not enrolled, a touch is not sent or an enrolment ends. A closed list. */
export const REASONS = [
  'dup_event', 'backfill', 'late_expired', 'unpaid', 'test_order', 'source_excluded', 'source_pos', 'marketplace',
  'subscription_renewal', 'exchange_order', 'below_min_value', 'awaiting_post_purchase', 'merged_checkout',
  'cancelled', 'refunded', 'anchor_returned', 'return_open', 'risk_hold', 'no_email', 'bad_email', 'no_consent',
  'unsubscribed', 'complaint', 'bounced', 'wholesale', 'vip_custom', 'recent_purchase_14d', 'new_purchase_exit',
  'converted_addon', 'superseded_by_order', 'freq_cap', 'unengaged', 'quiet_hours_deferred', 'window_missed',
  'shop_inactive', 'ineligible_category', 'gift_order', 'not_shipped', 'no_candidate', 'one_time_product',
  'touch_paused', 'sequence_off', 'sending_paused', 'paused_guardrail', 'not_in_filter', 'customer_redacted',
  'completed', 'holdout',
] as const; // prettier-ignore

export type Reason = (typeof REASONS)[number];

/** Every reason for which a candidate product lost. A closed list; null beside a candidate means it may be offered. */
export const CANDIDATE_REASONS = [
  'already_owns', 'in_trigger_order', 'equivalent_owned', 'returned_recently', 'not_published', 'out_of_stock',
  'price_band', 'margin_floor', 'cost_unknown', 'no_price_in_currency', 'rating_low', 'weak_tier',
  'not_significant', 'same_category', 'excluded_list', 'contains_owned', 'already_recommended_in_sequence',
] as const; // prettier-ignore

export type CandidateReason = (typeof CANDIDATE_REASONS)[number];

/** Why somebody is on the suppression list; each is also a reason in traces. */
export type SuppressionKind = Extract<
  Reason,
  'unsubscribed' | 'complaint' | 'bounced' | 'vip_custom' | 'wholesale'
>;
