/** A message as it is written, or parsed as the app is built. */
type Message = string | ReadonlyArray<unknown>;
type Tree = { readonly [key: string]: Message | Tree };
type Placeholder = { readonly name: string; readonly variants: ReadonlyArray<string> };

const SELECT = 1;

/** Every message with its key, as "shell.saveBar.save". */
export function messagesOf(tree: Tree, path = ''): ReadonlyArray<readonly [string, Message]> {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' || Array.isArray(value)
      ? [[`${path}${key}`, value as Message] as const]
      : messagesOf(value as Tree, `${path}${key}.`),
  );
}

/** Out: what a parsed message leaves open, also in its variants; with the names of variants that are chosen by name. */
export function placeholdersOf(message: unknown): ReadonlyArray<Placeholder> {
  return listsIn(message).map(([name, mark, variants]) => ({
    name: String(name),
    variants: mark === SELECT ? Object.keys(variants as object) : [],
  }));
}

/** Out: the texts of a parsed message, also those in its variants. */
export function textsOf(message: unknown): ReadonlyArray<string> {
  return typeof message === 'string'
    ? [message]
    : partsOf(message).flatMap((part) =>
        Array.isArray(part) ? variantsOf(part).flatMap(textsOf) : textsOf(part),
      );
}

const partsOf = (message: unknown): ReadonlyArray<unknown> => (Array.isArray(message) ? message : []);

const variantsOf = ([, , variants]: ReadonlyArray<unknown>): ReadonlyArray<unknown> =>
  typeof variants === 'object' ? Object.values(variants as object) : [];

function listsIn(message: unknown): ReadonlyArray<ReadonlyArray<unknown>> {
  return partsOf(message).flatMap((part) =>
    Array.isArray(part) ? [part as ReadonlyArray<unknown>, ...variantsOf(part).flatMap(listsIn)] : [],
  );
}
