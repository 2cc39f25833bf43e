/** What the provider told of the e-mails of some days. Counts of e-mails, each once. */
export type MailFaults = {
  readonly sent: number;
  readonly complaints: number;
  readonly bounces: number; // for good; a full mailbox is none
};

export type MailGuardrail = {
  readonly guardrail: 'complaints' | 'bounces';
  readonly level: 'warn' | 'pause';
  readonly count: number;
  readonly sent: number;
};

/** One or two reports among the first e-mails of a shop say nothing yet. */
const FEWEST_REPORTS = 3;
/** Parts per thousand of the e-mails sent. Gmail and Yahoo refuse senders above 3 complaints in a thousand. */
const LIMITS = { complaints: { warn: 1, pause: 3 }, bounces: { warn: 20, pause: 50 } } as const;

/**
 * Which guardrails of the last seven days are reached: complaints warn at 0.1 % and pause at 0.3 %, bounces at 2 % and 5 %.
 * In: counts of the same e-mails. Out: those reached, complaints first.
 */
export function judgeMail(faults: MailFaults): ReadonlyArray<MailGuardrail> {
  return (['complaints', 'bounces'] as const).flatMap((guardrail): ReadonlyArray<MailGuardrail> => {
    const count = faults[guardrail];
    const { warn, pause } = LIMITS[guardrail];
    const reaches = (limit: number) => count * 1000 >= limit * faults.sent; // whole numbers: 0.3 % exactly is reached
    if (count < FEWEST_REPORTS || faults.sent === 0 || !reaches(warn)) return [];
    return [{ guardrail, level: reaches(pause) ? 'pause' : 'warn', count, sent: faults.sent }];
  });
}
