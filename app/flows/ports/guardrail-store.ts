import type { MailFaults } from '#core/guardrails/judge-mail';
import type { Instant } from '#core/shared/time';

export interface GuardrailStore {
  /**
   * What became of the e-mails sent after `from`, or after the merchant last resumed if that was later: who has resumed has
   * seen what was before.
   */
  mailFaults(shopId: string, from: Instant): Promise<MailFaults>;
  /** When the merchant last resumed sending (ms); null: never. */
  resumedAt(shopId: string): Promise<Instant | null>;
}
