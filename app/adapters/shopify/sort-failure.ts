import { GraphqlQueryError, HttpResponseError, HttpRetriableError } from '@shopify/shopify-api';
import { z } from 'zod';
import { SECOND_MS } from '#core/shared/time';

export type Failure =
  | { readonly kind: 'throttled'; readonly waitMs: number }
  | { readonly kind: 'try_again' | 'never'; readonly detail: string };

const DEFAULT_WAIT_MS = SECOND_MS;
const SHORTEST_WAIT_MS = 100;
const PASSING_CODES: ReadonlySet<string> = new Set(['INTERNAL_SERVER_ERROR', 'TIMEOUT']);

const GraphqlBody = z.object({
  errors: z.object({
    graphQLErrors: z.array(z.object({ extensions: z.object({ code: z.string().optional() }).optional() })),
  }),
  extensions: z
    .object({
      cost: z.object({
        requestedQueryCost: z.number(),
        throttleStatus: z.object({ currentlyAvailable: z.number(), restoreRate: z.number().positive() }),
      }),
    })
    .optional()
    .catch(undefined),
});

/** Sorts what Shopify's library throws. In: the error. Out: whether to wait (ms), to try again, or to give up. */
export function sortFailure(error: unknown): Failure {
  const detail = error instanceof Error ? error.message : String(error);
  if (error instanceof GraphqlQueryError) return sortGraphqlError(error.body, detail);
  if (error instanceof HttpRetriableError) return { kind: 'try_again', detail };
  // 401, 402, 403, 404: the token was revoked or the shop is closed; asking again gets the same answer.
  if (error instanceof HttpResponseError) return { kind: 'never', detail };
  return { kind: 'try_again', detail };
}

function sortGraphqlError(body: unknown, detail: string): Failure {
  const parsed = GraphqlBody.safeParse(body);
  if (!parsed.success) return { kind: 'try_again', detail };
  const codes = parsed.data.errors.graphQLErrors.map((error) => error.extensions?.code ?? '');
  if (codes.includes('THROTTLED'))
    return { kind: 'throttled', waitMs: waitFor(parsed.data.extensions?.cost) };
  return { kind: codes.some((code) => PASSING_CODES.has(code)) ? 'try_again' : 'never', detail };
}

type Cost = NonNullable<z.infer<typeof GraphqlBody>['extensions']>['cost'];

/** Until the bucket holds what the query asks for. */
function waitFor(cost: Cost | undefined): number {
  if (!cost) return DEFAULT_WAIT_MS;
  const missing = cost.requestedQueryCost - cost.throttleStatus.currentlyAvailable;
  return Math.max(SHORTEST_WAIT_MS, Math.ceil((missing / cost.throttleStatus.restoreRate) * SECOND_MS));
}
