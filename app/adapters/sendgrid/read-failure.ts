import { z } from 'zod';

export type HttpFailure = {
  readonly kind: 'http';
  readonly status: number;
  readonly headers: unknown;
  readonly detail: string; // SendGrid's words, without addresses
};

export type NetworkFailure = {
  readonly kind: 'network';
  readonly code: string;
  readonly syscall: string | null;
  readonly message: string;
};

export type OtherFailure = { readonly kind: 'other'; readonly detail: string };

const HttpError = z.object({
  code: z.number(),
  response: z.object({ headers: z.unknown(), body: z.unknown() }),
});

const NetworkError = z.object({
  code: z.string(),
  message: z.string().catch(''),
  syscall: z.string().optional(),
  cause: z.object({ syscall: z.string().optional() }).optional().catch(undefined),
});

const ErrorBody = z.object({
  errors: z.array(z.object({ message: z.string(), field: z.string().nullish() })),
});

/** Sorts what @sendgrid/mail rejects with: a numeric code is an HTTP status, a textual one the network's. Never throws. */
export function readFailure(error: unknown): HttpFailure | NetworkFailure | OtherFailure {
  const http = HttpError.safeParse(error);
  if (http.success) {
    const { headers, body } = http.data.response;
    return { kind: 'http', status: http.data.code, headers, detail: describeBody(body) };
  }
  const network = NetworkError.safeParse(error);
  if (network.success) {
    const { code, message, syscall, cause } = network.data;
    return { kind: 'network', code, message, syscall: syscall ?? cause?.syscall ?? null };
  }
  return { kind: 'other', detail: withoutAddresses(error instanceof Error ? error.message : String(error)) };
}

function describeBody(body: unknown): string {
  const parsed = ErrorBody.safeParse(body);
  if (!parsed.success) return '';
  return withoutAddresses(
    parsed.data.errors.map(({ field, message }) => (field ? `${field}: ${message}` : message)).join('; '),
  );
}

/** SendGrid quotes the recipient in some errors, and these words end in logs and on screens. */
function withoutAddresses(text: string): string {
  return text.replace(/[^\s<>"'(]+@[^\s<>"')]+/g, '(address)').slice(0, 300);
}
