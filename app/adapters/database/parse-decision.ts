import { z } from 'zod';
import { GATES, type CandidateTrace, type Gate } from '#core/decide/trace';
import { CANDIDATE_REASONS, REASONS, type Reason } from '#core/suppression/reasons';

const reason = z.enum(REASONS);
const candidateReason = z.enum(CANDIDATE_REASONS);

const gatesSchema: z.ZodType<ReadonlyArray<Gate>> = z.array(
  z.object({
    gate: z.enum(GATES),
    passed: z.boolean(),
    reason: reason.nullable(),
    input: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
    deferUntil: z.number().optional(),
  }),
);

const traceSchema: z.ZodType<CandidateTrace> = z.object({
  best: z.array(
    z.object({
      productId: z.string(),
      anchorProductId: z.string(),
      table: z.enum(['same_order', 'next_order', 'replenishment']),
      tier: z.enum(['strong', 'moderate', 'weak']).nullable(),
      grade: z.enum(['few_orders', 'popular', 'thresholds_only', 'automatic']).nullable(),
      support: z.number(),
      anchorBuyers: z.number(),
      confidence: z.number(),
      ruleLift: z.number().nullable(),
      wilsonLower: z.number().nullable(),
      score: z.number(),
      priceMinor: z.number().nullable(),
      priceBaseMinor: z.number(),
      labels: z.array(z.string()),
      reason: candidateReason.nullable(),
    }),
  ),
  others: z.partialRecord(z.union([candidateReason, z.literal('ranked_lower')]), z.array(z.string())),
});

export function parseGates(stored: unknown): ReadonlyArray<Gate> {
  return gatesSchema.parse(stored);
}

export function parseCandidates(stored: unknown): CandidateTrace | null {
  return stored === null ? null : traceSchema.parse(stored);
}

/** A reason that was stored; a word that is not in the closed list is a defect and says so. */
export function parseReason(stored: string | null): Reason | null {
  return stored === null ? null : reason.parse(stored);
}
