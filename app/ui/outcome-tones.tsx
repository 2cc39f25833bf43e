/** The colour of an outcome; it always stands beside the word. */
export const OUTCOME_TONES = {
  sent: 'success',
  held_out: 'info',
  skipped: undefined,
  waiting: 'attention',
  failed: 'critical',
} as const;
