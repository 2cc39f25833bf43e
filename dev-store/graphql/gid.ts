/** The global id of a thing: gid://shopify/Order/1001. */
export function gid(type: string, id: string): string {
  return `gid://shopify/${type}/${id}`;
}

/** The number at the end of a global id of the given type; null for an id of anything else. */
export function idOfGid(type: string, globalId: string): string | null {
  const prefix = `gid://shopify/${type}/`;
  return globalId.startsWith(prefix) ? globalId.slice(prefix.length).replace(/\?.*$/, '') : null;
}

export function typeOfGid(globalId: string): string | null {
  return /^gid:\/\/shopify\/([A-Za-z]+)\//.exec(globalId)?.[1] ?? null;
}
