import { z } from 'zod';
import { readShape } from '../http/read-body';
import type { CallRequest } from '../http/route';
import type { GraphqlRequest } from './execute-query';

const requestShape = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().nullish(),
});

export function readGraphqlRequest(request: CallRequest): GraphqlRequest {
  const body = readShape(request, requestShape);
  return { query: body.query, variables: body.variables ?? {}, operationName: body.operationName ?? null };
}

/** The name of an operation for the log: its own or the start of its text. */
export function describeOperation(request: GraphqlRequest): string {
  const name = request.operationName ?? /^\s*(?:query|mutation)\s+(\w+)/.exec(request.query)?.[1];
  return name ?? request.query.replace(/\s+/g, ' ').trim().slice(0, 60);
}
