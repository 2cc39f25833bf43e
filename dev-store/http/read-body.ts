import type { IncomingMessage } from 'node:http';
import type { z } from 'zod';
import { RefusedCall } from './route';

export async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

/** The body as JSON; an empty body is an empty object. */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const text = await readText(request);
  if (text === '') return {};
  try {
    return JSON.parse(text);
  } catch {
    throw new RefusedCall(400, `the body is not JSON: ${text.slice(0, 80)}`);
  }
}

/** The JSON body in the given shape; refuses anything else with every fault named. */
export async function readShape<T>(request: IncomingMessage, shape: z.ZodType<T>): Promise<T> {
  const body = shape.safeParse(await readJson(request));
  if (body.success) return body.data;
  const faults = body.error.issues.map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`);
  throw new RefusedCall(400, faults.join('; '));
}
