/**
 * JSON with every number kept as its text, for ids above 2^53 lose their last digits as JavaScript numbers.
 * In: JSON text. Out: the parsed value with numbers as strings. Throws SyntaxError on malformed text.
 */
export function parseExactJson(text: string): unknown {
  return JSON.parse(text, keepDigits);
}

/** The third argument is newer than TypeScript's own declaration of a reviver. */
const keepDigits = (_key: string, value: unknown, context?: { readonly source?: string }): unknown =>
  typeof value === 'number' ? (context?.source ?? String(value)) : value;

/** The value at a path of keys, or undefined where the path ends early. */
function valueAt(value: unknown, ...path: ReadonlyArray<string>): unknown {
  return path.reduce<unknown>(
    (at, key) => (isRecord(at) && Object.hasOwn(at, key) ? at[key] : undefined),
    value,
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** The text at a path of keys, or null where there is none. */
export function textAt(value: unknown, ...path: ReadonlyArray<string>): string | null {
  const found = valueAt(value, ...path);
  return typeof found === 'string' && found !== '' ? found : null;
}
