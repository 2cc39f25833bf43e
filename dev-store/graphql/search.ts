import { GraphQLError } from 'graphql';
import { comparePositions, connect, type Connection, type PageArguments, type Position } from './connection';
import { parseSearch, type SearchField } from './search-query';

export type SearchArguments = PageArguments & {
  readonly query?: string | null;
  readonly sortKey: string;
};

/** How a kind of thing can be searched and sorted. */
export type Searchable<T> = {
  readonly noun: string; // plural, for messages
  readonly idOf: (item: T) => string;
  readonly fields: Readonly<Record<string, SearchField<T>>>;
  readonly sortValues: Readonly<Record<string, (item: T) => number | string>>;
};

/** The things that a query asks for, sorted and paged. Days in the query are days in `zone`. */
export function search<T>(
  things: Iterable<T>,
  searchable: Searchable<T>,
  wanted: SearchArguments,
  zone: string,
  toNode: (thing: T) => object,
): Connection {
  const { noun, idOf, fields, sortValues } = searchable;
  const sortValue = sortValues[wanted.sortKey];
  if (sortValue === undefined) {
    const known = Object.keys(sortValues).join(', ');
    throw new GraphQLError(`the dev store cannot sort ${noun} by ${wanted.sortKey}: use ${known}`);
  }
  const isWanted = parseSearch(wanted.query, fields, zone);
  const positionOf = (thing: T): Position => [sortValue(thing), idOf(thing)];
  const found: T[] = [];
  for (const thing of things) if (isWanted(thing)) found.push(thing);
  found.sort((a, b) => comparePositions(positionOf(a), positionOf(b)));
  return connect(found, wanted, toNode, positionOf);
}
