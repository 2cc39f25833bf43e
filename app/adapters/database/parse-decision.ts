import { z } from 'zod';
import { unpackTrace } from './pack-trace';
import { GATES, type CandidateTrace, type Gate } from '#core/decide/trace';
import { MESSAGE_KEYS } from '#core/message/message-texts';
import { DIFFERENCE_NAMES, type Variation } from '#core/segments/settle-variation';
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
      signals: z
        .object({
          coOccurrence: z.number(),
          browse: z.number(),
          category: z.number(),
          rating: z.number(),
        })
        .nullable()
        .default(null), // decisions of before have none
      priceMinor: z.number().nullable(),
      priceBaseMinor: z.number(),
      labels: z.array(z.string()),
      reason: candidateReason.nullable(),
    }),
  ),
  others: z.partialRecord(z.union([candidateReason, z.literal('ranked_lower')]), z.array(z.string())),
  weights: z
    .object({
      coOccurrencePercent: z.number(),
      browsePercent: z.number(),
      categoryPercent: z.number(),
      ratingPercent: z.number(),
    })
    .nullable()
    .default(null),
});

const variationSchema: z.ZodType<Variation> = z.object({
  segments: z.array(z.object({ id: z.string(), name: z.string().nullable() })),
  decided: z.array(z.object({ difference: z.enum(DIFFERENCE_NAMES), by: z.string() })),
  differences: z.object({
    priceShare: z.object({ fromPercent: z.number(), toPercent: z.number() }).nullable(),
    trustBlock: z.boolean(),
    exclusivity: z.boolean(),
    pointsPerCurrencyUnit: z.number().nullable(),
    texts: z.partialRecord(
      z.enum(MESSAGE_KEYS),
      z.object({ subject: z.string().nullable(), headline: z.string().nullable() }),
    ),
  }),
});

export function parseGates(stored: unknown): ReadonlyArray<Gate> {
  return gatesSchema.parse(stored);
}

export function parseCandidates(stored: unknown): CandidateTrace | null {
  return stored === null ? null : traceSchema.parse(unpackTrace(stored));
}

export function parseVariation(stored: unknown): Variation | null {
  return stored === null ? null : variationSchema.parse(stored);
}

/** A reason that was stored; a word that is not in the closed list is a defect and says so. */
export function parseReason(stored: string | null): Reason | null {
  return stored === null ? null : reason.parse(stored);
}
