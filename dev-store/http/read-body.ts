import type { z } from 'zod';
import { RefusedCall, type CallRequest } from './route';

/** The body as JSON; an empty body is an empty object. */
export function readJson({ body: text }: CallRequest): unknown {
  if (text === '') return {};
  try {
    return JSON.parse(text);
  } catch {
    throw new RefusedCall(400, `the body is not JSON: ${text.slice(0, 80)}`);
  }
}

/** The JSON body in the given shape; refuses anything else with every fault named. */
export function readShape<T>(request: CallRequest, shape: z.ZodType<T>): T {
  const body = shape.safeParse(readJson(request));
  if (body.success) return body.data;
  const faults = body.error.issues.map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`);
  throw new RefusedCall(400, faults.join('; '));
}
