import { RefusedCall } from '../http/route';

/** What the shop has under an id; refuses an id that it does not have. */
export function requireThing<T>(things: ReadonlyMap<string, T>, id: string | undefined, noun: string): T {
  const found = things.get(id ?? '');
  if (found === undefined)
    throw new RefusedCall(404, `the shop has no ${noun} ${id}: give the number at the end of its id`);
  return found;
}
